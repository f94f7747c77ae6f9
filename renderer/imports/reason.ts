/** Why a file did not come in, in the user's language. */
import type { Strings } from '../strings/english.ts';

/** @param message main's own words, in English, for what has no others */
export function reasonFor(words: Strings['imports'], code: string | null, message: string | null): string | null {
  const reasons: Readonly<Record<string, string>> = words.reasons;
  return (code !== null && Object.hasOwn(reasons, code) ? reasons[code] : null) ?? (message || code);
}
