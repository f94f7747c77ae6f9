/** What main tells unasked, in the user's language; main's own words where that language knows no others. */
import type { Notice } from '../../preload/contract/notices.ts';
import { BridgeError } from '../bridge-error.ts';
import { currentStrings } from '../strings/strings.ts';
import { sayFailure } from './say-failure.ts';

export function sayNotice(notice: Notice): string {
  // The table pairs each code with its facts; TypeScript does not follow that pairing.
  const say = currentStrings().notices[notice.code] as ((notice: Notice, why: string) => string) | undefined;
  const why = 'reason' in notice ? sayFailure(new BridgeError(notice.reason)) : '';
  return say?.(notice, why) ?? notice.message;
}
