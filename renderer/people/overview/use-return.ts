/** Whoever comes back to the overview is where they left it: as far down, and Tab comes to the same card. */
import { useEffect, useLayoutEffect, useRef } from 'react';

interface Left {
  readonly offset: number;
  readonly card: string | undefined;
}

let left: Left = { offset: 0, card: undefined };

export const leftAt = (): Left => left;

interface Scrolled {
  /** px from the top. */
  readonly scrollOffset: number | null;
  scrollToOffset(offset: number): void;
}

/** @param isLaidOut the cards are there to be scrolled to */
export function useReturn(virtualizer: Scrolled, isLaidOut: boolean, card: string | undefined): void {
  const isBack = useRef(false);
  useLayoutEffect(() => {
    if (!isLaidOut || isBack.current) return;
    isBack.current = true;
    if (left.offset > 0) virtualizer.scrollToOffset(left.offset);
  }, [virtualizer, isLaidOut]);
  useEffect(() => {
    if (isBack.current) left = { offset: virtualizer.scrollOffset ?? 0, card };
  });
}
