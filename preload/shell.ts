/** What the desktop window gives its page: the contract, and the one thing of a dropped file that a page is not told. */
import type { Transport } from './contract.ts';

export interface Shell extends Transport {
  /** Where a file or folder lies that the user has dropped; empty for one that is on no disk. */
  pathOf(file: File): string;
}
