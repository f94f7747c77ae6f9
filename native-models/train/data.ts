/**
 * Where the trainers' data lies: the folder that KINDRED_DATA names, else ../shared/data beside the repository. A set is
 * taken from a folder of its name, or from its archive, which is unpacked once into a temporary folder.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { z } from 'zod';

const home = resolve(process.env.KINDRED_DATA ?? join(import.meta.dirname, '../../../shared/data'));

/** Folder for what trainers make and may throw away: unpacked archives, extracted features. */
export const scratch = join(tmpdir(), 'kindred-train');

/** @returns the folder of one set; ends the process in plain words where the set is not there */
export function dataFolder(set: string): string {
  const folder = join(home, set);
  if (existsSync(folder)) return folder;
  const archive = [`${folder}.tar`, `${folder}.tar.gz`].find((path) => existsSync(path));
  if (archive === undefined) {
    console.error(`This trainer needs the set "${set}" in ${home}, as a folder or an archive. Set KINDRED_DATA.`);
    process.exit(1);
  }
  const unpacked = join(scratch, set);
  if (existsSync(unpacked)) return unpacked;
  mkdirSync(`${unpacked}.part`, { recursive: true });
  execFileSync('tar', ['-xf', archive, '-C', `${unpacked}.part`]);
  renameSync(`${unpacked}.part`, unpacked);
  return unpacked;
}

export function readLabels<Schema extends z.ZodType>(path: string, schema: Schema): z.infer<Schema> {
  return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
}
