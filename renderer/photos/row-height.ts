/** How large photos are in the grid: a few steps, remembered by the window. */
import { create } from 'zustand';

/** px */
export const ROW_HEIGHTS: readonly number[] = [96, 136, 200, 280, 380];
const STANDARD = 200;
const KEY = 'photos.row-height';

function remembered(): number {
  const height = Number(globalThis.localStorage?.getItem(KEY));
  return ROW_HEIGHTS.includes(height) ? height : STANDARD;
}

export const useRowHeight = create<{ readonly height: number }>(() => ({ height: remembered() }));

export function zoomGrid(by: 1 | -1): void {
  const at = ROW_HEIGHTS.indexOf(useRowHeight.getState().height);
  const height = ROW_HEIGHTS[at + by];
  if (height === undefined) return;
  localStorage.setItem(KEY, String(height));
  useRowHeight.setState({ height });
}
