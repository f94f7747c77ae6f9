/** A JSON body: an object whose keys are parameters. */
import type { ParameterMap } from './parameter-list.ts';

/** Bodies up to here are read whatever they hold: it takes a few ms. Bytes. */
const LARGE = 1024 * 1024;

/** Keys, objects and lists of a larger body; a list may have any number of values. */
const MAX_STRUCTURE = 100_000;

const [OPENING_BRACE, OPENING_BRACKET, COLON] = [0x7b, 0x5b, 0x3a];

/** Whether it can be an object at all. */
export const looksLikeJson = (bytes: Buffer): boolean => bytes[0] === OPENING_BRACE;

/** @throws for anything but a JSON object of a reasonable shape; a byte order mark before it is passed over */
export function parseJson(bytes: Buffer): ParameterMap {
  if (bytes.length > LARGE) checkStructure(bytes);
  const value: unknown = JSON.parse(bytes.toString().replace(/^\uFEFF/, ''));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('It is no JSON object.');
  return new Map(Object.entries(value));
}

/** Millions of keys or brackets would keep the whole process busy for seconds, and mean nothing to any call. */
function checkStructure(bytes: Buffer): void {
  let structure = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === COLON || byte === OPENING_BRACE || byte === OPENING_BRACKET) structure++;
  }
  if (structure > MAX_STRUCTURE) throw new RangeError('It holds too many keys, objects and lists.');
}
