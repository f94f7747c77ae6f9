/**
 * All photos, day after day, in justified rows. Only what is in sight is drawn, whatever the number of photos; the rest is
 * known by its height alone.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useStrings } from '../strings/strings.ts';
import { useWidth } from '../ui/use-width.ts';
import { dateMarks } from './date-marks.ts';
import { DateScrubber } from './date-scrubber.tsx';
import { dayName } from './day-name.ts';
import { groupDays } from './group-days.ts';
import { type Day, type GridItem, itemAt, layOut, type Row, shownAspect } from './justified-layout.ts';
import { nextPhoto } from './next-photo.ts';
import styles from './photo-grid.module.css';
import { PhotoTile, type TilePhoto } from './photo-tile.tsx';

interface PhotoGridProps {
  readonly days: readonly Day[];
  /** 100 times width / height of every photo, in the order of the days. */
  readonly aspects: readonly number[];
  /** By their place; one that is not there has not been fetched yet. */
  readonly photos: ReadonlyMap<number, TilePhoto>;
  /** These places have come into sight. */
  readonly onSight: (first: number, end: number) => void;
  readonly onOpen: (place: number) => void;
  /** Height that rows are near, px. */
  readonly rowHeight: number;
}

const GAP = 4;
const HEADING = 48;
/** Items drawn beyond the window's edges, so that scrolling meets them ready. */
const OVERSCAN = 6;

export function PhotoGrid({ days, aspects, photos, onSight, onOpen, rowHeight }: PhotoGridProps) {
  const strings = useStrings();
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const width = useWidth(content);
  const items = useMemo(
    () => (width > 0 ? layOut(groupDays(days), aspects, { width, rowHeight, gap: GAP, headingHeight: HEADING }) : []),
    [days, aspects, width, rowHeight],
  );
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => items[i]?.height ?? 0,
    overscan: OVERSCAN,
  });
  const marks = useMemo(() => dateMarks(items), [items]);
  /** The first photo in sight: after another layout it is there again. */
  const anchor = useRef(0);
  // Another layout: every height is another.
  useLayoutEffect(() => {
    if (items.length === 0) return;
    virtualizer.measure();
    if (anchor.current > 0) virtualizer.scrollToIndex(itemOf(items, anchor.current), { align: 'start' });
  }, [items, virtualizer]);

  const shown = virtualizer.getVirtualItems();
  const rows = shown.map(({ index }) => items[index]).filter((item): item is Row => item?.kind === 'row');
  const first = rows[0]?.first ?? 0;
  const last = rows.at(-1);
  const end = last ? last.first + last.count : 0;
  useEffect(() => {
    if (end > first) onSight(first, end);
  }, [first, end, onSight]);
  const top = virtualizer.scrollOffset ?? 0;
  useEffect(() => {
    const seen = items.slice(itemAt(items, top)).find((item) => item.kind === 'row');
    anchor.current = top > 0 && seen ? seen.first : 0;
  }, [items, top]);

  /** The one photo that Tab comes to; the arrow keys go on from it. */
  const [current, setCurrent] = useState(0);
  const moveTo = (place: number): void => {
    setCurrent(place);
    virtualizer.scrollToIndex(itemOf(items, place), { align: 'auto' });
    requestAnimationFrame(() => content.current?.querySelector<HTMLElement>(`[data-place="${place}"]`)?.focus());
  };
  const open = useCallback(
    (place: number) => {
      setCurrent(place);
      onOpen(place);
    },
    [onOpen],
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = nextPhoto(items, aspects, current, event.key);
    if (next === null) return;
    event.preventDefault();
    moveTo(next);
  };

  return (
    <div className={styles.grid}>
      <div ref={scroller} className={styles.scroller}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the photos inside, which are buttons */}
        <div
          ref={content}
          className={styles.content}
          style={{ height: virtualizer.getTotalSize() }}
          onKeyDown={onKeyDown}
        >
          {shown.map(({ index, start }) => {
            const item = items[index];
            if (!item) return null;
            return item.kind === 'heading' ? (
              <h2 key={item.day} className={styles.heading} style={{ top: start, height: item.height }}>
                {dayName(item.day, strings)}
                <small>{strings.count.photos(item.count)}</small>
              </h2>
            ) : (
              <ul key={`row ${item.first}`} className={styles.row} style={{ top: start, height: item.photoHeight }}>
                {Array.from({ length: item.count }, (_, i) => {
                  const place = item.first + i;
                  return (
                    <PhotoTile
                      key={place}
                      place={place}
                      width={shownAspect(aspects[place] ?? 100) * item.photoHeight}
                      photo={photos.get(place)}
                      isCurrent={place === Math.min(current, aspects.length - 1)}
                      onOpen={open}
                    />
                  );
                })}
              </ul>
            );
          })}
        </div>
      </div>
      <DateScrubber
        marks={marks}
        total={virtualizer.getTotalSize()}
        seen={virtualizer.scrollRect?.height ?? 0}
        top={top}
        onScrub={(to) => virtualizer.scrollToOffset(to)}
      />
    </div>
  );
}

/** Place among the items of the row that holds a photo. */
function itemOf(items: readonly GridItem[], place: number): number {
  return items.findIndex((item) => item.kind === 'row' && place >= item.first && place < item.first + item.count);
}
