/**
 * Where the data of trainers and benches lies: the folder that KINDRED_DATA names, else ../shared/data beside the
 * repository. A set is taken from a folder of its name, or from its archive, which is unpacked once into a temporary
 * folder.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { z } from 'zod';
import { KindredError } from '../../main/kindred-error.ts';

const home = resolve(process.env.KINDRED_DATA ?? join(import.meta.dirname, '../../../shared/data'));

/** Folder for what trainers make and may throw away: unpacked archives, extracted features. */
export const scratch = join(tmpdir(), 'kindred-train');

/** A set is not on this machine. */
export class DataAbsent extends KindredError<'data-absent'> {}

/**
 * @returns the folder of one set
 * @throws DataAbsent where it is neither a folder nor an archive
 */
export function dataFolder(set: string): string {
  const folder = join(home, set);
  if (existsSync(folder)) return folder;
  const archive = [`${folder}.tar`, `${folder}.tar.gz`].find((path) => existsSync(path));
  if (archive === undefined) {
    const message = `The set "${set}" is not in ${home}, neither as a folder nor as an archive; KINDRED_DATA names another place.`;
    throw new DataAbsent('data-absent', message);
  }
  // A later archive of the same name is unpacked anew.
  const unpacked = join(scratch, `${set}-${Math.round(statSync(archive).mtimeMs)}`);
  if (!existsSync(unpacked)) unpack(archive, unpacked);
  return unpacked;
}

/** The folder appears when it is complete; of several processes that unpack at once, the first one's stays. */
function unpack(archive: string, folder: string): void {
  mkdirSync(scratch, { recursive: true });
  const part = mkdtempSync(`${folder}-part-`);
  execFileSync('tar', ['-xf', archive, '-C', part]);
  try {
    renameSync(part, folder);
  } catch (error: unknown) {
    if (!existsSync(folder)) throw error;
    rmSync(part, { recursive: true });
  }
}

export function readLabels<Schema extends z.ZodType>(path: string, schema: Schema): z.infer<Schema> {
  return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
}
