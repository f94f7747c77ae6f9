/**
 * What is seen first stays where it is when the grid is laid out anew: in a window of another width, or with photos that
 * come and go above it. A grid that is come back to is where it was left.
 */
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { type GridItem, rowAt, rowOf } from './justified-layout.ts';
import type { Timeline } from './timeline.ts';

/** The first photo seen, and how far the window begins below the top of its row, px. */
interface Spot {
  readonly place: number;
  readonly below: number;
}

/** Where grids were left, by what they show. */
const left = new Map<string, Spot>();
const KEPT = 50;

/**
 * @param scroller what scrolls; the items are measured from its top
 * @param top      where it is, px
 * @param onShift  told by how many places all that is in sight has moved
 */
export function useSteadySpot(
  timeline: Timeline,
  scroller: RefObject<HTMLElement | null>,
  items: readonly GridItem[],
  top: number,
  onShift: (by: number) => void,
): void {
  const question = timeline.use((state) => state.question);
  /** Null at the very top, where what comes in is to be seen. */
  const spot = useRef<Spot | null>(left.get(question) ?? null);
  const revision = useRef(timeline.use.getState().revision);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another layout moves anything.
  useLayoutEffect(() => {
    const now = timeline.use.getState();
    if (now.revision !== revision.current) {
      revision.current = now.revision;
      if (spot.current) spot.current = { ...spot.current, place: spot.current.place + now.shift };
      if (now.shift !== 0) onShift(now.shift);
    }
    const row = spot.current && items[rowOf(items, spot.current.place)];
    if (!scroller.current || !spot.current || !row) return;
    scroller.current.scrollTop = row.top + Math.min(spot.current.below, row.height);
  }, [items]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is where the user has scrolled to, not where a layout has led.
  useEffect(() => {
    // Not laid out yet, it is nowhere.
    if (items.length === 0) return;
    const at = scroller.current?.scrollTop ?? 0;
    const seen = rowAt(items, at);
    spot.current = at > 0 && seen ? { place: seen.first, below: at - seen.top } : null;
    left.delete(question);
    if (spot.current) left.set(question, spot.current);
    const [oldest] = left.keys();
    if (left.size > KEPT && oldest !== undefined) left.delete(oldest);
  }, [top]);
}
