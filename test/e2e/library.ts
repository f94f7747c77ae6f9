/**
 * Libraries for specs: an empty one, or the family's, which prepare.ts has made once from real photos: two photos of the
 * same three people, one of whom has a name.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';

const ROOT = join(import.meta.dirname, '../..');

/** A group photo with three faces (MIT licence). */
export const SAMPLE = join(ROOT, 'node_modules/@vladmandic/face-api/demo/sample1.jpg');

export const FAMILY = {
  photos: ['garden.jpg', 'garden, brighter.jpg'],
  facesPerPhoto: 3,
  named: 'Anna',
} as const;

/** Runs the command line. @throws Error with what it said when it fails */
export async function kindred(...args: readonly string[]): Promise<{ readonly out: string; readonly err: string }> {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [
    join(ROOT, 'main/server/kindred.ts'),
    ...args,
  ]);
  return { out: stdout, err: stderr };
}

/** @param folder gets `album`, the photos, and `family`, the library */
export async function makeFamily(folder: string): Promise<void> {
  const [album, data] = [join(folder, 'album'), join(folder, 'family')];
  const [first, second] = FAMILY.photos;
  await mkdir(album);
  await cp(SAMPLE, join(album, first));
  // Other bytes and other pixels, the same people: what a second picture of a series is.
  await sharp(SAMPLE).modulate({ brightness: 1.1 }).keepMetadata().toFile(join(album, second));
  await kindred('import', album, '--data', data);
  const { out } = await kindred('people', '--unknown', '--data', data, '--json');
  const { groups }: { groups: readonly { readonly group_id: string }[] } = JSON.parse(out);
  await kindred('name', groups[0]?.group_id ?? '', FAMILY.named, '--data', data);
}

export interface TestLibrary {
  /** Folder for --data. */
  readonly data: string;
  /** Folder for what Electron keeps. */
  readonly userData: string;
  remove(): Promise<void>;
}

/** @param kind `family` is a copy: specs may change it */
export async function openLibrary(kind: 'empty' | 'family'): Promise<TestLibrary> {
  const prepared = process.env.KINDRED_E2E ?? '';
  const folder = await mkdtemp(join(prepared, 'spec-'));
  const data = join(folder, 'library');
  if (kind === 'family') {
    await cp(join(prepared, 'family'), data, { recursive: true });
    // The engine makes them again, so that what is seen has come through it.
    await rm(join(data, 'thumbnails'), { recursive: true });
  }
  return {
    data,
    userData: join(folder, 'electron'),
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}
