import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { addPack, clearShelf } from './add-pack.ts';
import type { Manifest } from './manifest.ts';
import { SHIPPED_PACK } from './open-pack.ts';
import type { PackErrorCode } from './pack-error.ts';
import { type ZippedFile, zipOf } from './zip.fixture.ts';

let shipped: Manifest;
beforeAll(async () => {
  shipped = JSON.parse(await readFile(join(SHIPPED_PACK, 'pack.json'), 'utf8'));
});
let home: string;
let shelf: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'kindred-add-pack-'));
  shelf = join(home, 'models');
});
afterEach(() => rm(home, { recursive: true }));

const ONNX = Buffer.from('not a real model, but its very bytes');
const sealed = (content: Buffer, name = 'scrfd.onnx') => ({
  name,
  bytes: content.length,
  sha256: createHash('sha256').update(content).digest('hex'),
});

/** The files of a pack with one detector. */
function packOf(file: object = sealed(ONNX), more: object = {}): ZippedFile[] {
  const detector = { ...shipped.models.detector, decoder: 'scrfd', file };
  const manifest = {
    format: 1,
    name: 'Other Pack',
    version: '2.1',
    licence: 'research',
    models: { detector },
    ...more,
  };
  return [
    { name: 'pack.json', content: Buffer.from(JSON.stringify(manifest)) },
    { name: 'scrfd.onnx', content: ONNX },
  ];
}

async function folderWith(files: readonly ZippedFile[]): Promise<string> {
  const folder = await mkdtemp(join(home, 'given-'));
  for (const { name, content } of files) await writeFile(join(folder, name), content);
  return folder;
}

async function zipWith(files: readonly ZippedFile[]): Promise<string> {
  const path = join(home, 'given.zip');
  await writeFile(path, zipOf(files));
  return path;
}

const isFine = async (): Promise<void> => undefined;
const onShelf = async (): Promise<string[]> => (await readdir(shelf).catch(() => [])).toSorted();

async function refuses(path: string, code: PackErrorCode, hint: RegExp): Promise<void> {
  await expect(addPack(path, shelf, isFine)).rejects.toMatchObject({ code, message: expect.stringMatching(hint) });
  expect(await onShelf()).toEqual([]);
}

test.each([
  ['a folder', () => folderWith([...packOf(), { name: 'holiday.jpg', content: Buffer.from('private') }])],
  ['a zip', () => zipWith([...packOf(), { name: 'holiday.jpg', content: Buffer.from('private') }])],
  ['a zip with a folder around it', () => zipWith(packOf().map((file) => ({ ...file, name: `other/${file.name}` })))],
])('from %s comes what pack.json names, and nothing else', async (_what, make) => {
  const prove = vi.fn(isFine);
  const place = await addPack(await make(), shelf, prove);
  expect(place).toBe(join(shelf, 'other-pack-2.1'));
  expect(await onShelf()).toEqual(['other-pack-2.1']);
  expect((await readdir(place)).toSorted()).toEqual(['pack.json', 'scrfd.onnx']);
  expect(await readFile(join(place, 'scrfd.onnx'))).toEqual(ONNX);
  expect(prove).toHaveBeenCalledOnce();
});

test('a pack is not put on the shelf twice, and the one that is there stays', async () => {
  const folder = await folderWith(packOf());
  const place = await addPack(folder, shelf, isFine);
  await expect(addPack(folder, shelf, isFine)).rejects.toMatchObject({ code: 'pack-exists' });
  expect(await readFile(join(place, 'scrfd.onnx'))).toEqual(ONNX);
});

test('what does not prove itself leaves nothing behind', async () => {
  const broken = new Error('wrong shapes');
  const prove = (): Promise<void> => Promise.reject(broken);
  await expect(addPack(await folderWith(packOf()), shelf, prove)).rejects.toBe(broken);
  expect(await onShelf()).toEqual([]);
});

test('what was left by an end in the middle is cleared away, and no pack with it', async () => {
  await addPack(await folderWith(packOf()), shelf, isFine);
  await mkdir(join(shelf, '.adding-1'));
  await clearShelf(shelf);
  expect(await onShelf()).toEqual(['other-pack-2.1']);
});

test('what is no pack is refused in words', async () => {
  await refuses(join(home, 'nowhere'), 'pack-missing', /not there/);
  await refuses(await folderWith([]), 'pack-missing', /no pack\.json/);
  await refuses(await zipWith([{ name: 'readme.txt', content: ONNX }]), 'pack-missing', /no pack\.json/);
  const photo = join(home, 'photo.jpg');
  await writeFile(photo, 'a photo');
  await refuses(photo, 'pack-invalid', /neither a folder nor a \.zip/);
  await refuses(await folderWith(packOf(sealed(ONNX), { format: 2 })), 'pack-too-new', /later version/);
  await refuses(await folderWith(packOf(sealed(ONNX, '../scrfd.onnx'))), 'pack-invalid', /plain file name/);
  await refuses(await folderWith(packOf(sealed(ONNX, 'pack.json'))), 'pack-invalid', /two files/);
});

test('damaged and missing files are named', async () => {
  const other = Buffer.from('not a real model, but other bytes...');
  expect(other.length).toBe(ONNX.length);
  await refuses(await folderWith(packOf(sealed(other))), 'pack-damaged', /scrfd\.onnx .* checksum/);
  await refuses(await zipWith(packOf(sealed(other))), 'pack-damaged', /scrfd\.onnx .* checksum/);
  await refuses(await folderWith(packOf({ ...sealed(ONNX), bytes: 7 })), 'pack-damaged', /36 bytes instead of 7/);
  await refuses(await folderWith(packOf(sealed(ONNX, 'none.onnx'))), 'pack-missing', /lacks none\.onnx/);
});

test('an archive whose names lead out of it is refused as a whole', async () => {
  await refuses(
    await zipWith([...packOf(), { name: '../outside.txt', content: ONNX }]),
    'pack-invalid',
    /relative path/,
  );
  await refuses(await zipWith([...packOf(), { name: '/etc/outside.txt', content: ONNX }]), 'pack-invalid', /absolute/);
});

test('a file that unpacks to more than it says ends there', async () => {
  const bomb = Buffer.alloc(20_000_000);
  const [manifest] = packOf({ ...sealed(bomb), bytes: 36 });
  const files = [manifest ?? { name: '', content: bomb }, { name: 'scrfd.onnx', content: bomb, saidLength: 36 }];
  await refuses(await zipWith(files), 'pack-damaged', /scrfd\.onnx/);
  await refuses(await zipWith([{ name: 'pack.json', content: bomb }]), 'pack-invalid', /too large/);
});

test('a huge pack.json is refused before it is read, behind a link as well', async () => {
  const folder = join(home, 'linked');
  await mkdir(folder);
  await writeFile(join(home, 'huge'), Buffer.alloc(2_000_000));
  await symlink(join(home, 'huge'), join(folder, 'pack.json'));
  await refuses(folder, 'pack-invalid', /too large/);
});
