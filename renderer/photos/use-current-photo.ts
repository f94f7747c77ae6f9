/** The one photo of the grid that Tab comes to and the arrow keys go on from; it has the focus as soon as it is drawn. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import { type GridItem, rowAt } from './justified-layout.ts';

interface CurrentPhoto {
  /** Where there are photos at all. */
  readonly current: number;
  readonly setPlace: (place: number) => void;
  /** Gives the focus to a photo that need not be drawn yet. */
  readonly focus: (place: number) => void;
  /** All photos in sight have other places now. */
  readonly shift: (by: number) => void;
}

/**
 * @param content what photos are drawn in
 * @param top     where the window begins, px
 * @param drawn   places of the first photo that is drawn, and of the first that no longer is
 */
export function useCurrentPhoto(
  content: RefObject<HTMLElement | null>,
  items: readonly GridItem[],
  top: number,
  drawn: readonly [first: number, end: number],
): CurrentPhoto {
  const [place, setPlace] = useState(0);
  const coming = useRef<number | null>(null);
  useEffect(() => {
    const tile = coming.current === null ? null : tileOf(content.current, coming.current);
    if (!tile) return;
    coming.current = null;
    tile.focus({ preventScroll: true });
  });
  const focus = (to: number): void => {
    setPlace(to);
    coming.current = to;
  };
  const isDrawn = place >= drawn[0] && place < drawn[1];
  return {
    // Scrolled out of sight it is not there to be come to: then the first in sight is.
    current: isDrawn ? place : (rowAt(items, top)?.first ?? 0),
    setPlace,
    focus,
    shift(by) {
      const to = Math.max(0, place + by);
      if (tileOf(content.current, place) === document.activeElement) focus(to);
      else setPlace(to);
    },
  };
}

const tileOf = (within: HTMLElement | null, place: number): HTMLElement | null =>
  within?.querySelector<HTMLElement>(`[data-place="${place}"]`) ?? null;
