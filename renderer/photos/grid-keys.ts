/** The keys of the grid: the arrows move from photo to photo, with Shift they select what they pass. */
import type { KeyboardEvent } from 'react';
import type { GridItem } from './justified-layout.ts';
import { nextPhoto } from './next-photo.ts';
import { zoomGrid } from './row-height.ts';
import type { Selection } from './selection.ts';

interface GridKeys {
  readonly items: readonly GridItem[];
  readonly aspects: ArrayLike<number>;
  /** Place of the photo that has the focus. */
  readonly current: number;
  readonly selection: Selection;
  readonly moveTo: (place: number) => void;
  readonly open: (place: number) => void;
}

export function gridKeys(keys: GridKeys): (event: KeyboardEvent) => void {
  const { items, aspects, current, selection, moveTo, open } = keys;
  const act = ({ key, shiftKey }: KeyboardEvent): boolean => {
    const isSelecting = selection.use.getState().ids.size > 0;
    if (key === ' ') void selection.toggle(current);
    else if (key === 'Enter') open(current);
    else if (key === '+' || key === '=') zoomGrid(1);
    else if (key === '-') zoomGrid(-1);
    else {
      const next = nextPhoto(items, aspects, current, key);
      if (next === null) return false;
      // A stretch begins at the photo that it leaves.
      if (shiftKey && isSelecting) void selection.extendTo(next);
      else if (shiftKey) void selection.toggle(current).then(() => selection.extendTo(next));
      moveTo(next);
    }
    return true;
  };
  return (event) => {
    const isOnPhoto = event.target instanceof HTMLElement && event.target.dataset.place !== undefined;
    if (isOnPhoto && act(event)) event.preventDefault();
  };
}
