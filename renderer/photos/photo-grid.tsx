/**
 * Photos, day after day, in justified rows. Only what is in sight is drawn, whatever the number of photos; the rest is
 * known by its height alone.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { ContextMenu } from '../ui/context-menu.tsx';
import type { MenuGroup } from '../ui/menu-groups.tsx';
import { useWidth } from '../ui/use-width.ts';
import { dateMarks } from './date-marks.ts';
import { DateScrubber } from './date-scrubber.tsx';
import { DayHeading } from './day-heading.tsx';
import { gridKeys } from './grid-keys.ts';
import { groupDays } from './group-days.ts';
import { type Heading, layOut, type Row, rowOf, totalHeight } from './justified-layout.ts';
import styles from './photo-grid.module.css';
import { PhotoRow } from './photo-row.tsx';
import type { SelectBy } from './photo-tile.tsx';
import { placesWithin } from './places-within.ts';
import type { Selection } from './selection.ts';
import type { PhotoTileData, Timeline } from './timeline.ts';
import { useClosedPhoto } from './use-closed-photo.ts';
import { useCurrentPhoto } from './use-current-photo.ts';
import { usePinch } from './use-pinch.ts';
import { useRubberBand } from './use-rubber-band.ts';
import { useSteadySpot } from './use-steady-spot.ts';

interface PhotoGridProps {
  readonly timeline: Timeline;
  readonly selection: Selection;
  readonly onOpen: (place: number) => void;
  /** What can be done with some photos. */
  readonly menuOf: (ids: readonly string[]) => readonly MenuGroup[];
  /** Height that rows are near, px. */
  readonly rowHeight: number;
}

const GAP = 4;
const HEADING = 48;
/** Items drawn beyond the window's edges, so that scrolling meets them ready. */
const OVERSCAN = 6;

export function PhotoGrid({ timeline, selection, onOpen, menuOf, rowHeight }: PhotoGridProps) {
  const days = timeline.use((state) => state.days);
  const aspects = timeline.use((state) => state.aspects);
  const photos = timeline.use((state) => state.photos);
  const selected = selection.use((state) => state.ids);
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  usePinch(scroller);
  const width = useWidth(content);
  const items = useMemo(
    () => (width > 0 ? layOut(groupDays(days), aspects, { width, rowHeight, gap: GAP, headingHeight: HEADING }) : []),
    [days, aspects, width, rowHeight],
  );
  const height = totalHeight(items);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => items[i]?.height ?? 0,
    overscan: OVERSCAN,
  });
  const marks = useMemo(() => dateMarks(items), [items]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another layout: every height is another.
  useLayoutEffect(() => virtualizer.measure(), [items, virtualizer]);

  const shown = virtualizer.getVirtualItems();
  const rows = shown.map(({ index }) => items[index]).filter((item): item is Row => item?.kind === 'row');
  const first = rows[0]?.first ?? 0;
  const last = rows.at(-1);
  const end = last ? last.first + last.count : 0;
  useEffect(() => {
    if (end > first) void timeline.see(first, end);
  }, [first, end, timeline]);
  const top = virtualizer.scrollOffset ?? 0;

  const { current, setPlace, focus, shift } = useCurrentPhoto(content, items, top, [first, end]);
  useSteadySpot(timeline, scroller, items, top, shift);
  const moveTo = (to: number): void => {
    focus(to);
    virtualizer.scrollToIndex(rowOf(items, to), { align: 'auto' });
  };
  useClosedPhoto(timeline, moveTo);
  const isSelecting = selected.size > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when nothing is selected any more.
  useEffect(() => {
    if (!isSelecting) return;
    return () => {
      // The bar above the grid may have gone with the focus in it.
      if (document.activeElement === document.body) focus(current);
    };
  }, [isSelecting]);
  const open = useCallback(
    (at: number) => {
      setPlace(at);
      onOpen(at);
    },
    [onOpen, setPlace],
  );
  const select = useCallback(
    (at: number, by: SelectBy) => {
      setPlace(at);
      void (by === 'toggle' ? selection.toggle(at) : selection.extendTo(at));
    },
    [selection, setPlace],
  );

  const before = useRef<ReadonlySet<string>>(new Set());
  const { band, handlers } = useRubberBand(
    scroller,
    content,
    (adds) => {
      before.current = adds ? selected : new Set();
    },
    (drawn) => void selection.band(before.current, placesWithin(items, aspects, GAP, drawn)),
  );

  const [inMenu, setInMenu] = useState<readonly string[]>([]);
  const onContextMenu = (event: MouseEvent): void => {
    const at = event.target instanceof Element ? event.target.closest('li')?.querySelector('[data-place]') : null;
    const photo = at instanceof HTMLElement ? photos.get(Number(at.dataset.place)) : undefined;
    // No menu where there is no photo.
    if (!photo) event.preventDefault();
    else setInMenu(selected.has(photo.id) ? [...selected] : [photo.id]);
  };

  return (
    <div className={styles.grid}>
      <div ref={scroller} className={styles.scroller} {...handlers}>
        <ContextMenu groups={menuOf(inMenu)}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the photos inside, which are buttons */}
          <div
            ref={content}
            className={styles.content}
            style={{ height }}
            onKeyDown={gridKeys({ items, aspects, current, selection, moveTo, open })}
            onContextMenu={onContextMenu}
          >
            {shown.map(({ index, start }) => {
              const item = items[index];
              if (!item) return null;
              return item.kind === 'heading' ? (
                <DayHeading
                  key={item.day}
                  heading={item}
                  top={start}
                  isSelected={isAllSelected(item, photos, selected)}
                  isSelecting={selected.size > 0}
                  onSelect={(from, to) => void selection.toggleStretch(from, to)}
                />
              ) : (
                <PhotoRow
                  key={`row ${item.first}`}
                  row={item}
                  top={start}
                  current={current >= item.first && current < item.first + item.count ? current : -1}
                  onOpen={open}
                  onSelect={select}
                  {...{ aspects, photos, selected }}
                />
              );
            })}
            {band && (
              <div
                className={styles.band}
                style={{
                  left: band.left,
                  top: band.top,
                  width: band.right - band.left,
                  height: band.bottom - band.top,
                }}
              />
            )}
          </div>
        </ContextMenu>
      </div>
      <DateScrubber
        marks={marks}
        total={height}
        seen={virtualizer.scrollRect?.height ?? 0}
        top={top}
        onScrub={(to) => virtualizer.scrollToOffset(to)}
      />
    </div>
  );
}

/** Days of which not everything has been in sight are taken not to be. */
function isAllSelected(
  { first, count }: Heading,
  photos: ReadonlyMap<number, PhotoTileData>,
  selected: ReadonlySet<string>,
): boolean {
  if (count > selected.size) return false;
  for (let place = first; place < first + count; place++) {
    if (!selected.has(photos.get(place)?.id ?? '')) return false;
  }
  return true;
}
