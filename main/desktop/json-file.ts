/** What the shell remembers from one start to the next: small files, checked when they are read, whole when written. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';

/** @returns null when the file is missing, unreadable or not what it should be: what was remembered is forgotten */
export function readJson<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> | null {
  try {
    return schema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}

/** The file is as it was or as it shall be, never half of it. A disk that is full costs the memory, nothing else. */
export function writeJson(file: string, value: unknown): void {
  const beside = `${file}.${process.pid}.new`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(beside, `${JSON.stringify(value, null, 2)}\n`);
    renameSync(beside, file);
  } catch {
    // Nobody is helped by an error about a window's place.
  }
}
