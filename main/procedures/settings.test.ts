import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addFaces, addPerson } from '../library/library-fixture.ts';
import { openWindow } from './window.fixture.ts';

test('settings have a value from the start, and keep what is not changed', async () => {
  const { call, library } = await openWindow();
  const before = await call('settings.get', {});
  expect(before).toEqual({
    window: { appearance: 'system', density: 'comfortable', language: 'system', showAttractive: false },
    recognition: { automaticFrom: 0.9, smallestFace: 0 },
    thumbnailSize: 'standard',
  });
  await call('settings.set', { window: { appearance: 'dark' } });
  await call('settings.set', { window: { language: 'zh' }, recognition: { automaticFrom: null } });
  await call('settings.set', { recognition: { smallestFace: 48 }, thumbnailSize: 'large' });
  expect(await call('settings.get', {})).toEqual({
    window: { ...before.window, appearance: 'dark', language: 'zh' },
    recognition: { automaticFrom: null, smallestFace: 48 },
    thumbnailSize: 'large',
  });
  // Written by another version, perhaps.
  library.transaction(() => library.settings.set('window', { appearance: 'sepia' }));
  expect((await call('settings.get', {})).window).toEqual(before.window);
});

test('facts of the library and of the models', async () => {
  const { call, library } = await openWindow();
  addPerson(library, 'Anna', addFaces(library, 2));
  expect(await call('library.facts', {})).toMatchObject({
    folder: library.directory,
    bytes: expect.any(Number),
    counts: { photos: 2, faces: 2, persons: 1 },
    backups: [],
  });
  expect(await call('model.facts', {})).toMatchObject({ name: 'made-up', licence: 'MIT', reEmbedding: null });
  expect(await call('library.thumbnails', {})).toEqual({ files: 0, bytes: 0 });
  expect(await call('library.check', {})).toEqual({ findings: [] });
});

test('a backup goes where it is told to and overwrites nothing', async () => {
  const { call, folder } = await openWindow();
  const path = join(folder, 'backup.sqlite');
  await call('library.backup', { path });
  expect(existsSync(path)).toBe(true);
  await expect(call('library.backup', { path })).rejects.toMatchObject({ code: 'exists' });
});

test('a backup takes the place of another one if the user agrees, and of nothing else', async () => {
  const { call, folder, library } = await openWindow();
  const [path, letter] = [join(folder, 'backup.sqlite'), join(folder, 'letter.txt')];
  await call('library.backup', { path });
  addPerson(library, 'Anna');
  await call('library.backup', { path, replaces: true });
  expect(await call('library.inspect', { path })).toMatchObject({ persons: 1 });
  writeFileSync(letter, 'Dear Anna');
  const own = join(library.directory, 'library.sqlite');
  for (const other of [letter, own]) {
    await expect(call('library.backup', { path: other, replaces: true })).rejects.toMatchObject({ code: 'exists' });
  }
  expect(readFileSync(letter, 'utf8')).toBe('Dear Anna');
});

test('a backup that nobody gives a place goes among those of the library, which keeps five of them', async () => {
  const { call } = await openWindow();
  const files: string[] = [];
  for (let n = 0; n < 6; n++) files.push((await call('library.backup', {})).file);
  const { backups } = await call('library.facts', {});
  expect(backups.map(({ kind }) => kind)).toEqual(Array(5).fill('asked'));
  expect(backups.map(({ file }) => file)).toContain(files.at(-1));
  expect(await call('library.inspect', { path: files.at(-1) ?? '' })).toMatchObject({ persons: 0 });
});

test('a key is made with the terms given, its secret told once, and revoked', async () => {
  const { call, library } = await openWindow();
  const { endpoints, usual } = await call('api.endpoints', {});
  expect(endpoints).toHaveLength(30);
  const { key, secret } = await call('keys.create', {
    name: ' script ',
    deny: ['/person/delete'],
    quotas: { groups: 5 },
  });
  expect(secret.length).toBeGreaterThan(20);
  expect(key).toMatchObject({
    name: 'script',
    account: 'local',
    allow: null,
    deny: ['/person/delete'],
    rate: usual.rate,
  });
  expect(key.quotas).toEqual({ ...usual.quotas, groups: 5 });
  addPerson(library, 'Anna');
  const { keys } = await call('keys.list', {});
  expect(keys).toEqual([{ ...key, made: { groups: 0, persons: 1, facesets: 0 } }]);
  expect(JSON.stringify(keys)).not.toContain(secret);
  await call('keys.revoke', { id: key.id });
  expect((await call('keys.list', {})).keys).toMatchObject([{ id: key.id, revokedAt: expect.any(Number) }]);
});

test('a key cannot be allowed what there is not', async () => {
  const { call } = await openWindow();
  await expect(call('keys.create', { name: 'script', allow: ['/person/dance'] })).rejects.toMatchObject({
    code: 'invalid-arguments',
  });
});

test('the local API is turned on and off', async () => {
  const { call } = await openWindow();
  expect(await call('api.state', {})).toMatchObject({ on: false, address: null });
  const { address } = await call('api.turn', { on: true, port: 0 });
  expect((await fetch(`${address}/docs`)).status).toBe(200);
  expect(await call('api.turn', { on: false, port: 0 })).toMatchObject({ on: false, address: null });
  expect(await call('api.calls', { limit: 5 })).toEqual({ calls: [] });
});

test('undo and redo say what they did and would do', async () => {
  const { call, library } = await openWindow();
  const id = addPerson(library, 'Anna');
  await expect(call('history.undo', {})).rejects.toMatchObject({ code: 'nothing-to-undo' });
  await call('person.rename', { id, name: 'Anne' });
  const label = { does: 'rename-person', person: 'Anna', to: 'Anne' };
  expect(await call('history.state', {})).toEqual({ undo: label, redo: null });
  expect(await call('history.undo', {})).toEqual({ label, skipped: 0 });
  expect(await call('history.state', {})).toEqual({ undo: null, redo: label });
  expect(await call('history.redo', {})).toEqual({ label, skipped: 0 });
  await expect(call('history.redo', {})).rejects.toMatchObject({ code: 'nothing-to-redo' });
  expect((await call('history.list', { limit: 5 })).changes).toMatchObject([{ label, undone: false }]);
});
