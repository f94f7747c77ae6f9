/** The cards of the overview, in rows of which only those in sight are drawn. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useStrings } from '../../strings/strings.ts';
import { SelectionBar } from '../../ui/selection-bar.tsx';
import { useWidth } from '../../ui/use-width.ts';
import { askToMerge } from '../merging/ask-to-merge.ts';
import { deleteNames, hidePicked } from '../people-actions.ts';
import { unnamedGroups } from '../people-store.ts';
import { usePicked } from '../selecting/use-picked.ts';
import { useRoving } from '../selecting/use-roving.ts';
import { cardMenu } from './card-menu.tsx';
import { type Card, cardRows, columnsOf, type Section } from './card-rows.ts';
import styles from './people-grid.module.css';
import { PersonCard } from './person-card.tsx';
import { pickOf } from './pick-of.ts';
import { SectionHeading } from './section-heading.tsx';
import { UnnamedCard } from './unnamed-card.tsx';
import { leftAt, useReturn } from './use-return.ts';

interface PeopleGridProps {
  readonly sections: readonly Section[];
  readonly isRead: boolean;
  readonly onToggleHidden: () => void;
}

/** Rows drawn beyond the window's edges, so that scrolling meets them ready. */
const OVERSCAN = 3;

export function PeopleGrid({ sections, isRead, onToggleHidden }: PeopleGridProps) {
  const { people: words } = useStrings();
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const width = useWidth(content);
  const columns = columnsOf(width);
  const rows = useMemo(() => (width > 0 ? cardRows(sections, columns) : []), [sections, columns, width]);
  const [naming, setNaming] = useState<string | null>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => rows[i]?.height ?? 0,
    getItemKey: (i) => keyOf(rows[i]),
    overscan: OVERSCAN,
  });
  const cards = useMemo(() => sections.flatMap((section) => (section.isClosed ? [] : section.cards)), [sections]);
  const order = useMemo(() => cards.flatMap(({ kind, key }) => (kind === 'waiting' ? [] : key)), [cards]);
  const picked = usePicked(order);
  const keys = useMemo(
    () =>
      rows.map((row) => (row.kind === 'cards' ? row.cards.flatMap((c) => (c.kind === 'waiting' ? [] : c.key)) : [])),
    [rows],
  );
  const reveal = (row: number): void => virtualizer.scrollToIndex(row);
  const roving = useRoving({ rows: keys, content, reveal, onSelect: picked.select, start: leftAt().card });
  useReturn(virtualizer, isRead && rows.length > 0, roving.current);

  const shown = virtualizer.getVirtualItems();
  const unnamed = shown.flatMap(({ index }) => {
    const row = rows[index];
    return row?.kind === 'cards' && row.section.name === 'unnamed' ? row : [];
  });
  const first = unnamed[0]?.first ?? 0;
  const end = (unnamed.at(-1)?.first ?? 0) + columns;
  useEffect(() => {
    if (isRead && unnamed.length > 0) unnamedGroups.see(first, end);
  }, [isRead, unnamed.length, first, end]);

  const selection = useMemo(() => pickOf(cards.filter((card) => picked.keys.has(card.key))), [cards, picked.keys]);
  const pickFor = (card: Card) => (picked.keys.has(card.key) ? selection : pickOf([card]));
  /** The field of the next group, before this one goes. */
  const nameNext = (key: string): void => {
    const next = order[order.indexOf(key) + 1];
    document.getElementById(`name-${next}`)?.querySelector('input')?.focus();
  };
  const actOn = (card: Card, key: string): boolean => {
    const pick = pickFor(card);
    if (key === 'F2' && card.kind === 'person') setNaming(card.key);
    else if (key === 'F2') document.getElementById(`name-${card.key}`)?.querySelector('input')?.focus();
    else if (key === 'm') askToMerge(pick);
    else if (key === 'h') void hidePicked(pick, !pick.isHidden);
    else if (key === 'Delete' && pick.persons.length > 0) void deleteNames(pick.persons);
    else if (key === 'Escape' && picked.keys.size > 0) picked.clear();
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const key = event.target instanceof HTMLElement ? event.target.dataset.card : undefined;
    const card = cards.find((candidate) => candidate.key === key);
    const isPlain = !(event.ctrlKey || event.metaKey || event.altKey);
    if (card && isPlain && actOn(card, event.key)) event.preventDefault();
    else roving.onKeyDown(event);
  };
  const stopNaming = (key: string | null): void => {
    if (key === null && naming !== null) roving.moveTo(naming);
    setNaming(key);
  };
  // The same for ever, so that scrolling draws no card again.
  const latest = useRef({ nameNext, stopNaming });
  latest.current = { nameNext, stopNaming };
  const onNamed = useCallback((key: string) => latest.current.nameNext(key), []);
  const onNaming = useCallback((key: string | null) => latest.current.stopNaming(key), []);
  return (
    <div ref={scroller} className={styles.scroller}>
      {picked.keys.size > 0 && (
        <SelectionBar
          label={words.selection}
          count={words.selected(picked.keys.size)}
          onClear={picked.clear}
          // A name is written in place, of one at a time.
          actions={cardMenu(selection, words, () => undefined).slice(1)}
        />
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the cards inside, which are links */}
      <div
        ref={content}
        className={styles.content}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
        onFocus={({ target }) => target.dataset.card !== undefined && roving.setCurrent(target.dataset.card)}
      >
        {!isRead && <ul className={styles.row}>{Array.from({ length: columns }, (_, i) => waiting(`${i}`))}</ul>}
        {isRead &&
          shown.map(({ index, start, key }) => {
            const row = rows[index];
            if (!row) return null;
            const style = { top: start, height: row.height };
            if (row.kind === 'heading') {
              return <SectionHeading key={key} section={row.section} style={style} onToggle={onToggleHidden} />;
            }
            return (
              <ul key={key} className={styles.row} style={{ ...style, gridTemplateColumns: `repeat(${columns}, 1fr)` }}>
                {row.cards.map((card) => {
                  if (card.kind === 'waiting') return waiting(card.key);
                  const common = {
                    isCurrent: roving.current === card.key,
                    isSelected: picked.keys.has(card.key),
                    isSelecting: picked.keys.size > 0,
                    pick: picked.keys.has(card.key) ? selection : null,
                    onSelect: picked.select,
                  };
                  return card.kind === 'person' ? (
                    <PersonCard
                      key={card.key}
                      {...common}
                      person={card.person}
                      isNaming={naming === card.key}
                      onNaming={onNaming}
                    />
                  ) : (
                    <UnnamedCard key={card.key} {...common} group={card.group} onNamed={onNamed} />
                  );
                })}
              </ul>
            );
          })}
      </div>
    </div>
  );
}

const waiting = (key: string) => <li key={key} className={styles.waiting} aria-hidden />;

const keyOf = (row: ReturnType<typeof cardRows>[number] | undefined): string =>
  row?.kind === 'cards' ? `${row.section.name} ${row.first}` : `heading ${row?.section.name}`;
