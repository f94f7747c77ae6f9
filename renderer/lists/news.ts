/** News of the library, of those kinds that what is shown is made of. */
import type { EventData } from '../../preload/contract.ts';
import { on } from '../bridge.ts';

export type News = EventData<'library.changed'>['kinds'][number];

/** @returns the way to stop listening */
export const onNews = (wanted: readonly News[], read: () => void): (() => void) =>
  on('library.changed', ({ kinds }) => {
    if (kinds.some((kind) => wanted.includes(kind))) read();
  });
