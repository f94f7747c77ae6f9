/**
 * What the desktop window gives its page besides the contract: where dropped files lie, the system's own dialogs, and
 * its file manager. The page never names a file to be shown: it says of which photo.
 */
import { z } from 'zod';
import { count, id } from './contract/shapes.ts';
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
  /** For copies of photos; may be made on the spot. */
  'export-folder',
]);
export type Question = z.infer<typeof Question>;

/** A file of a photo: its place among all of them, or null for the first that is there. */
export const FileOfPhoto = z.object({ photoId: id, place: count.nullable() });
export type FileOfPhoto = z.infer<typeof FileOfPhoto>;

export interface Shell extends Transport {
  /** Whose file manager it is. */
  readonly system: 'mac' | 'windows' | 'other';
  /** Where a file or folder lies that the user has dropped; empty for one that is on no disk. */
  pathOf(file: File): string;
  /** Asks in the system's own dialog. @returns an Answer of the contract: paths, none when the user chose nothing */
  choose(question: Question): Promise<unknown>;
  /** Shows it where it lies, in the system's file manager. @returns an Answer of the contract */
  showFile(file: FileOfPhoto): Promise<unknown>;
}
