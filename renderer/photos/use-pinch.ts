/** Larger and smaller photos by pinching, or by the wheel with Ctrl or Cmd, which browsers tell alike. */
import { type RefObject, useEffect } from 'react';
import { zoomGrid } from './row-height.ts';

/** A notch of a wheel, or as much of a pinch, is a step. */
const STEP = 60;

export function usePinch(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = scroller.current;
    let turned = 0;
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      // The page itself keeps its size.
      event.preventDefault();
      turned += event.deltaY;
      if (Math.abs(turned) < STEP) return;
      zoomGrid(turned > 0 ? -1 : 1);
      turned = 0;
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [scroller]);
}
