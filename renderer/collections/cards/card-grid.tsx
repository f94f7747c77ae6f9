/**
 * Cards of one size in rows: only those in sight are drawn, however many there are. Tab comes to one of them, the arrow
 * keys go on from it; a card that is gone leaves the focus to the one that takes its place.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useWidth } from '../../ui/use-width.ts';
import styles from './card-grid.module.css';
import { gridStep } from './grid-step.ts';

/** How a card takes part: spread on the element that takes the focus. */
export interface CardFocus {
  readonly 'data-card': number;
  readonly tabIndex: 0 | -1;
}

interface CardGridProps {
  readonly label: string;
  readonly count: number;
  readonly keyOf: (place: number) => string;
  /** px; null for one card to a row */
  readonly minWidth: number | null;
  /** px, of a card as wide as that */
  readonly heightOf: (width: number) => number;
  readonly gap?: number;
  /** Null for what has not been fetched yet. */
  readonly card: (place: number, focus: CardFocus) => ReactNode;
  /** What the keys do besides moving. */
  readonly onKey?: (event: KeyboardEvent, place: number) => void;
  /** These places have come into sight. */
  readonly onSight?: (first: number, end: number) => void;
  readonly className?: string | undefined;
}

const GAP = 16;
/** Rows drawn beyond the edges, so that scrolling meets them ready. */
const OVERSCAN = 3;

export function CardGrid(props: CardGridProps) {
  const { label, count, keyOf, minWidth, heightOf, gap = GAP, card, onKey, onSight, className } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const width = useWidth(list);
  const columns = minWidth === null ? 1 : Math.max(1, Math.floor((width + gap) / (minWidth + gap)));
  const cardWidth = (width - gap * (columns - 1)) / columns;
  const cardHeight = heightOf(cardWidth);
  const virtualizer = useVirtualizer({
    count: width > 0 ? Math.ceil(count / columns) : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => cardHeight + gap,
    overscan: OVERSCAN,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another height is another layout.
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, cardHeight, gap]);

  const rows = virtualizer.getVirtualItems();
  const first = (rows[0]?.index ?? 0) * columns;
  const end = Math.min(count, ((rows.at(-1)?.index ?? -1) + 1) * columns);
  useEffect(() => {
    if (end > first) onSight?.(first, end);
  }, [first, end, onSight]);

  const [chosen, setCurrent] = useState(0);
  const current = Math.max(0, Math.min(chosen, count - 1));
  const hasFocus = useRef(false);
  const focus = (place: number): void =>
    list.current?.querySelector<HTMLElement>(`[data-card="${place}"]`)?.focus({ preventScroll: true });
  useLayoutEffect(() => {
    if (count > 0 && hasFocus.current && document.activeElement === document.body) focus(current);
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.card === undefined) return;
    const rowsInSight = Math.floor((virtualizer.scrollRect?.height ?? 0) / (cardHeight + gap));
    const isMove = !event.ctrlKey && !event.metaKey && !event.altKey;
    const next = isMove ? gridStep(event.key, current, { count, columns, rows: Math.max(1, rowsInSight) }) : null;
    onKey?.(event, next ?? current);
    if (next === null) return;
    event.preventDefault();
    setCurrent(next);
    virtualizer.scrollToIndex(Math.floor(next / columns), { align: 'auto' });
    requestAnimationFrame(() => focus(next));
  };

  return (
    <div ref={scroller} className={[styles.scroller, className].filter(Boolean).join(' ')}>
      <ul
        ref={list}
        aria-label={label}
        className={styles.list}
        style={{ height: Math.max(0, virtualizer.getTotalSize() - gap) }}
        onKeyDown={onKeyDown}
        onFocus={({ target }) => {
          hasFocus.current = true;
          const place = Number(target.closest<HTMLElement>('[data-place]')?.dataset.place);
          if (Number.isInteger(place)) setCurrent(place);
        }}
        onBlur={({ relatedTarget }) => {
          if (relatedTarget !== null) hasFocus.current = false;
        }}
      >
        {Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i).map((place) => (
          <li
            key={keyOf(place)}
            data-place={place}
            aria-setsize={count}
            aria-posinset={place + 1}
            style={{
              top: Math.floor(place / columns) * (cardHeight + gap),
              left: (place % columns) * (cardWidth + gap),
              width: cardWidth,
              height: cardHeight,
            }}
          >
            {card(place, { 'data-card': place, tabIndex: place === current ? 0 : -1 }) ?? (
              <span className={styles.waiting} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
