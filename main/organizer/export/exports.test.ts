import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { Library } from '../../library/library.ts';
import { open, photo } from '../../library/library-fixture.ts';
import { type ExportProgress, Exports } from './exports.ts';

let library: Library;
let folder: string;
let target: string;
let told: ExportProgress[];
let exports: Exports;
beforeEach(() => {
  library = open();
  folder = mkdtempSync(join(tmpdir(), 'kindred-export-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  target = join(folder, 'target');
  mkdirSync(target);
  told = [];
  exports = new Exports(library, (progress) => told.push(progress));
});

/** A photo in the library with files of this content. */
function addFile(content: string, ...names: string[]): string {
  const paths = names.map((name) => join(folder, name));
  for (const path of paths) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return library.transaction(() => {
    const imageId = library.images.insert(photo());
    for (const path of paths) library.photoFiles.put({ path, imageId, bytes: content.length, mtime: 0 });
    return imageId;
  });
}

async function save(...ids: string[]): Promise<ExportProgress | undefined> {
  await exports.start(ids, target);
  await exports.close();
  return told.at(-1);
}

/** Waits for the end without stopping it. */
async function saveAll(...ids: string[]): Promise<ExportProgress | undefined> {
  const { exportId } = await exports.start(ids, target);
  await expect.poll(() => told.at(-1)).toMatchObject({ exportId, state: expect.not.stringMatching('running') });
  return told.at(-1);
}

const contents = (): Record<string, string> =>
  Object.fromEntries(readdirSync(target).map((name) => [name, readFileSync(join(target, name), 'utf8')]));

test('originals are copied byte for byte, with the date of their files, and stay as they were', async () => {
  const id = addFile('one', 'album/one.jpg');
  const original = join(folder, 'album/one.jpg');
  const when = new Date('2004-05-06T07:08:09Z');
  utimesSync(original, when, when);
  chmodSync(original, 0o444);
  expect(await saveAll(id)).toMatchObject({ state: 'done', done: 1, total: 1, counts: { copied: 1 }, reason: null });
  expect(contents()).toEqual({ 'one.jpg': 'one' });
  expect(statSync(join(target, 'one.jpg')).mtime).toEqual(when);
  expect(readFileSync(original, 'utf8')).toBe('one');
});

test('photos of one name stand beside each other, and nothing that was there is written over', async () => {
  writeFileSync(join(target, 'IMG_1.jpg'), 'of somebody else');
  const ids = [addFile('first', 'a/IMG_1.jpg'), addFile('second', 'b/IMG_1.jpg')];
  expect(await saveAll(...ids)).toMatchObject({ counts: { copied: 2, known: 0 } });
  expect(contents()).toEqual({ 'IMG_1.jpg': 'of somebody else', 'IMG_1 (2).jpg': 'first', 'IMG_1 (3).jpg': 'second' });
});

test('saved once more, what is there already is found and not doubled', async () => {
  const ids = [addFile('first', 'a/IMG_1.jpg'), addFile('other', 'b/IMG_1.jpg')];
  await saveAll(...ids);
  expect(await saveAll(...ids)).toMatchObject({ done: 2, counts: { copied: 0, known: 2 } });
  expect(Object.keys(contents())).toHaveLength(2);
});

test('another file of the same photo does where the first is gone; a photo without any is counted as missing', async () => {
  const [there, gone] = [addFile('one', 'a/one.jpg', 'b/one.jpg'), addFile('two', 'two.jpg')];
  rmSync(join(folder, 'a/one.jpg'));
  rmSync(join(folder, 'two.jpg'));
  expect(await saveAll(gone, there)).toMatchObject({ state: 'done', done: 2, counts: { copied: 1, missing: 1 } });
  expect(contents()).toEqual({ 'one.jpg': 'one' });
});

test('what is no file any more is counted as failed, and the rest is saved', async () => {
  const [odd, fine] = [addFile('one', 'one.jpg'), addFile('two', 'two.jpg')];
  rmSync(join(folder, 'one.jpg'));
  mkdirSync(join(folder, 'one.jpg'));
  expect(await saveAll(odd, fine)).toMatchObject({ state: 'done', counts: { copied: 1, failed: 1 } });
  expect(contents()).toEqual({ 'two.jpg': 'two' });
});

test('when the folder goes away the export fails, and says why', async () => {
  const ids = Array.from({ length: 200 }, (_, i) => addFile(`photo ${i}`, `${i}.jpg`));
  await exports.start(ids, target);
  await expect.poll(() => told.length).toBeGreaterThan(0);
  renameSync(target, join(folder, 'unplugged'));
  await expect.poll(() => told.at(-1)?.state).toBe('failed');
  expect(told.at(-1)?.reason).toMatchObject({ code: 'not-writable', about: target });
});

test('a folder that is not there is refused at once', async () => {
  await expect(exports.start([], join(folder, 'none'))).rejects.toMatchObject({ code: 'not-writable' });
});

test('cancelled, it stops behind the file at hand, and leaves whole copies only', async () => {
  const ids = Array.from({ length: 200 }, (_, i) => addFile(`photo ${i}`, `${i}.jpg`));
  const { exportId } = await exports.start(ids, target);
  await expect.poll(() => told.length).toBeGreaterThan(0);
  exports.cancel(exportId);
  await expect.poll(() => told.at(-1)?.state).toBe('cancelled');
  const { done = 0 } = told.at(-1) ?? {};
  expect(done).toBeLessThan(200);
  expect(Object.keys(contents())).toHaveLength(done);
  for (const [name, content] of Object.entries(contents())) expect(`${content.slice('photo '.length)}.jpg`).toBe(name);
});

test('two exports come one after the other; closing ends both', async () => {
  const ids = Array.from({ length: 50 }, (_, i) => addFile(`photo ${i}`, `${i}.jpg`));
  await exports.start(ids, target);
  expect(await save(...ids)).toMatchObject({ state: 'cancelled' });
  expect(readdirSync(target).filter((name) => name.startsWith('.'))).toEqual([]);
});
