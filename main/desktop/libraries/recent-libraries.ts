/** The libraries that were open lately, the latest first, by their folders. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { z } from 'zod';
import { libraryFile } from '../../library/prepare.ts';
import { readJson, writeJson } from '../json-file.ts';
import { putFirst } from './put-first.ts';

/** As many as are remembered. */
const MOST = 10;

const Folders = z.array(z.string().min(1).max(4096));

const file = (): string => join(app.getPath('userData'), 'libraries.json');

/** Those that lie on a disk that is not plugged in as well: it may be the next time. */
export const rememberedLibraries = (): readonly string[] => readJson(file(), Folders) ?? [];

/** Those that are there. */
export const recentLibraries = (): readonly string[] =>
  rememberedLibraries().filter((folder) => existsSync(libraryFile(folder)));

/** A library that is open now. */
export function rememberLibrary(folder: string): void {
  writeJson(file(), putFirst(folder, rememberedLibraries(), MOST));
}
