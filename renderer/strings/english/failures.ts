/** What did not work, in English: nothing here, since main tells it in English and knows more of it than its code. */
import type { Failure } from '../../../preload/contract/failure.ts';

/** By code; what is not here is told in main’s own words. */
export const failures: Readonly<Record<string, (failure: Failure) => string>> = {};
