/** A band drawn with the mouse over the grid, which scrolls where the band leaves it. */
import { type MouseEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { Band } from './places-within.ts';

/** A press that moves less is a click, px. */
const CLICK = 5;
/** How far beyond an edge the grid scrolls fastest, px, and how fast that is, px a frame. */
const FAR = 80;
const FASTEST = 40;

interface Point {
  readonly x: number;
  readonly y: number;
}

interface RubberBand {
  /** While one is drawn. */
  readonly band: Band | null;
  readonly handlers: {
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onClickCapture: (event: MouseEvent) => void;
  };
}

/**
 * @param scroller what scrolls
 * @param content  what is measured in, inside of it
 * @param onBegin  told once, before the first band; with Ctrl, Cmd or Shift it adds to what is selected
 */
export function useRubberBand(
  scroller: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
  onBegin: (adds: boolean) => void,
  onBand: (band: Band) => void,
): RubberBand {
  const [band, setBand] = useState<Band | null>(null);
  const stop = useRef<() => void>(() => undefined);
  /** The click that ends a band is none. */
  const hasDrawn = useRef(false);
  const told = useRef({ onBegin, onBand });
  useEffect(() => {
    told.current = { onBegin, onBand };
  });
  useEffect(() => () => stop.current(), []);

  const onPointerDown = (event: PointerEvent): void => {
    hasDrawn.current = false;
    const [outer, inner] = [scroller.current, content.current];
    if (event.pointerType !== 'mouse' || event.button !== 0 || !outer || !inner) return;
    const start = within(inner, event);
    const adds = event.ctrlKey || event.metaKey || event.shiftKey;
    let pointer: Point = { x: event.clientX, y: event.clientY };
    let frame = 0;

    const draw = (): void => {
      const end = within(inner, { clientX: pointer.x, clientY: pointer.y });
      if (!hasDrawn.current && Math.hypot(end.x - start.x, end.y - start.y) < CLICK) return;
      if (!hasDrawn.current) told.current.onBegin(adds);
      hasDrawn.current = true;
      const drawn = {
        left: Math.min(start.x, end.x),
        top: Math.max(0, Math.min(start.y, end.y)),
        right: Math.max(start.x, end.x),
        bottom: Math.min(inner.clientHeight, Math.max(start.y, end.y)),
      };
      setBand(drawn);
      told.current.onBand(drawn);
    };
    const scroll = (): void => {
      const edge = outer.getBoundingClientRect();
      const beyond = Math.min(0, pointer.y - edge.top) + Math.max(0, pointer.y - edge.bottom);
      if (beyond !== 0) {
        outer.scrollTop += FASTEST * Math.max(-1, Math.min(1, beyond / FAR));
        draw();
      }
      frame = requestAnimationFrame(scroll);
    };
    const onMove = (moved: globalThis.PointerEvent): void => {
      pointer = { x: moved.clientX, y: moved.clientY };
      draw();
    };
    stop.current = (): void => {
      cancelAnimationFrame(frame);
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', stop.current);
      window.removeEventListener('pointercancel', stop.current);
      setBand(null);
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', stop.current);
    window.addEventListener('pointercancel', stop.current);
    frame = requestAnimationFrame(scroll);
  };
  const onClickCapture = (event: MouseEvent): void => {
    if (hasDrawn.current) event.stopPropagation();
    hasDrawn.current = false;
  };
  return { band, handlers: { onPointerDown, onClickCapture } };
}

function within(element: HTMLElement, { clientX, clientY }: { clientX: number; clientY: number }): Point {
  const { left, top } = element.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}
