/** How large photos are in the grid: a few steps, remembered by the window. */
import { z } from 'zod';
import { create } from 'zustand';
import { recall, remember } from '../memory.ts';
import { useSettings } from '../settings/settings-store.ts';

/** Of the height chosen, where the window is set to be compact. */
const COMPACT = 0.7;

/** px, where it is comfortable. */
export const ROW_HEIGHTS: readonly number[] = [96, 136, 200, 280, 380];
const STANDARD = 200;
const KEY = 'photos.row-height';

const known = z.number().refine((height) => ROW_HEIGHTS.includes(height));

export const useRowHeight = create<{ readonly height: number }>(() => ({ height: recall(KEY, known, STANDARD) }));

/** px, as chosen and as dense as the window. */
export function useShownRowHeight(): number {
  const height = useRowHeight((state) => state.height);
  const isCompact = useSettings((settings) => settings.window.density === 'compact');
  return isCompact ? Math.round(height * COMPACT) : height;
}

export function zoomGrid(by: 1 | -1): void {
  const at = ROW_HEIGHTS.indexOf(useRowHeight.getState().height);
  const height = ROW_HEIGHTS[at + by];
  if (height === undefined) return;
  remember(KEY, height);
  useRowHeight.setState({ height });
}
