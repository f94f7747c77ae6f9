/**
 * What a confidence means, in words. Confidence c is calibrated (preload/contract/shapes.ts): of pairs of different
 * people, one in 10^(10 c - 3) is as alike.
 */
import type { Strings } from '../strings/english.ts';

export type Level = keyof Strings['who']['levels'];

/** From the surest on: the least confidence of each level. */
const LEVELS: readonly (readonly [Level, number])[] = [
  ['certain', 0.7],
  ['sure', 0.6],
  ['likely', 0.5],
  ['perhaps', 0.4],
];
/** Beyond it nobody has measured. */
const MOST_PAIRS = 1e7;

export const levelOf = (confidence: number): Level => LEVELS.find(([, least]) => confidence >= least)?.[0] ?? 'hardly';

/** Of so many pairs of different people one is as alike, to one digit; 1 for what says nothing. */
export function pairsOf(confidence: number): number {
  // Rounded first, since 10 * 0.7 - 3 is not quite 4.
  const pairs = 10 ** Number((10 * confidence - 3).toFixed(9));
  if (pairs < 2) return 1;
  const digit = 10 ** Math.floor(Math.log10(pairs));
  return Math.round(pairs / digit) * digit;
}

/** @param confidence 0..1; exactly 1 only for a face and itself */
export function confidenceInWords(confidence: number, words: Strings['who']): string {
  if (confidence === 1) return words.identical;
  const pairs = pairsOf(confidence);
  const meaning = pairs <= 1 ? words.strangers : pairs > MOST_PAIRS / 2 ? words.overMillion : words.oneIn(pairs);
  return words.sentence(words.levels[levelOf(confidence)], meaning);
}
