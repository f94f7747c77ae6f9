/** What the desktop window gives its page besides the contract: where dropped files lie, and the system's own dialogs. */
import { z } from 'zod';
import type { Transport } from './contract.ts';

/** What the user is asked to choose. */
export const Question = z.enum([
  'import-photos',
  'import-folders',
  /** One or more. */
  'folders',
  /** A file that is not there yet. */
  'new-backup',
  'backup',
  /** Packed into a .zip. */
  'model-pack',
  'model-pack-folder',
]);
export type Question = z.infer<typeof Question>;

export interface Shell extends Transport {
  /** Where a file or folder lies that the user has dropped; empty for one that is on no disk. */
  pathOf(file: File): string;
  /** Asks in the system's own dialog. @returns an Answer of the contract: paths, none when the user chose nothing */
  choose(question: Question): Promise<unknown>;
}
