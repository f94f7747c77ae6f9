/** The libraries that were open lately, the latest first, by their folders. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { z } from 'zod';
import { libraryFile } from '../library/prepare.ts';
import { readJson, writeJson } from './json-file.ts';
import { putFirst } from './put-first.ts';

/** As many as are remembered. */
const MOST = 10;

const Folders = z.array(z.string().min(1).max(4096));

const file = (): string => join(app.getPath('userData'), 'libraries.json');

/** Those that are there: a folder that has gone, or lies on a disk that is not plugged in, is not offered. */
export const recentLibraries = (): readonly string[] =>
  (readJson(file(), Folders) ?? []).filter((folder) => existsSync(libraryFile(folder)));

/** A library that is open now. */
export function rememberLibrary(folder: string): void {
  writeJson(file(), putFirst(folder, recentLibraries(), MOST));
}
