/** Why something did not work, in the user's language; main's own words where that language knows no others. */
import { BridgeError } from '../bridge-error.ts';
import { currentStrings } from '../strings/strings.ts';

export function sayFailure(error: unknown): string {
  if (!(error instanceof BridgeError)) return error instanceof Error ? error.message : String(error);
  const { failures } = currentStrings();
  const say = Object.hasOwn(failures, error.code) ? failures[error.code] : undefined;
  return say?.(error) ?? error.message;
}
