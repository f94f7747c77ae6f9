/** What is asked about may have gone since the question was fetched: told apart from main not answering. */
import { BridgeError } from '../../bridge-error.ts';

export const orGone = <Thing>(asked: Promise<Thing>): Promise<Thing | 'gone'> =>
  asked.catch((error: unknown) => {
    if (error instanceof BridgeError && error.code === 'not-found') return 'gone';
    throw error;
  });
