/** How far an import is, as a bar on the application's icon shows it. */
import type { EventData } from '../../../preload/contract.ts';

/** Electron's own numbers: less than nothing takes the bar away, more than all is for "nobody knows how much". */
const NO_BAR = -1;
const SOME_BAR = 2;

type Facts = Pick<EventData<'import.progress'>, 'state' | 'discovered' | 'done' | 'total'>;

/** @returns 0..1, or one of the numbers above */
export function importBar({ state, discovered, done, total }: Facts): number {
  if (state !== 'running') return NO_BAR;
  return discovered && total > 0 ? done / total : SOME_BAR;
}
