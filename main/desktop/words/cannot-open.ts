/** Why there is no window, in the language of the system: nobody else is there to say it. */
import type { Failure } from '../../kindred-error.ts';
import type { Words } from './english.ts';

export function cannotOpen({ failures: { opening } }: Words, failure: Failure): string {
  const say = Object.hasOwn(opening, failure.code) ? opening[failure.code] : undefined;
  return say?.(failure.about) ?? failure.message;
}
