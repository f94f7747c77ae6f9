/**
 * Seals a pack: writes the length and SHA-256 of every file into its pack.json, after a conversion or a training.
 * `node native-models/seal.ts [DIR]`; without DIR the pack that Kindred ships.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const directory = resolve(process.argv[2] ?? join(import.meta.dirname, 'kindred'));
const path = join(directory, 'pack.json');

/** Completes every object that has a `name` and a `sha256`, wherever it stands. */
function seal(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('name' in value && 'sha256' in value)) return value;
  const content = readFileSync(join(directory, String(value.name)));
  return { name: value.name, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
}

const sealed = JSON.parse(readFileSync(path, 'utf8'), seal);
writeFileSync(path, `${JSON.stringify(sealed, null, 2)}\n`);
