import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { LOCAL_ACCOUNT } from './accounts.ts';
import { addPerson, newFolder, open, openWithNotices } from './library-fixture.ts';
import { readHolder } from './lock.ts';

const libraryModule = new URL('library.ts', import.meta.url).href;

/** Another process that owns the library, has put Anna into it, and waits. */
async function otherOwner(folder: string): Promise<ChildProcess> {
  const program = `
    const { openLibrary } = await import(process.argv[1]);
    const library = openLibrary(process.argv[2], { role: 'owner', appVersion: '0.0.0', kind: 'server' });
    library.announce(4711);
    library.transaction(() => library.persons.create('${LOCAL_ACCOUNT}', 'Anna'));
    process.stdin.on('data', (order) => {
      if (String(order) === 'end of session') library.foreseeEnd();
      else library.transaction(() => library.persons.create('${LOCAL_ACCOUNT}', 'Bea'));
    });
    process.stdin.on('end', () => library.close());
    console.log('ready');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, libraryModule, folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  await once(child.stdout, 'data');
  return child;
}

test('a library that another process owns cannot be owned; the message says by whom', async () => {
  const folder = newFolder();
  const child = await otherOwner(folder);
  expect(() => open(folder)).toThrow(
    expect.objectContaining({
      code: 'library-busy',
      message: expect.stringMatching(new RegExp(`server, process ${child.pid}, http://127.0.0.1:4711`)),
    }),
  );
});

test('a guest works beside an owner in another process, without waiting, and the owner stays the owner', async () => {
  const folder = newFolder();
  await otherOwner(folder);
  const start = performance.now();
  const guest = open(folder, { role: 'guest' });
  expect(performance.now() - start).toBeLessThan(1500); // Less than the wait for a lock.
  addPerson(guest, 'Cleo');
  expect(guest.persons.all(LOCAL_ACCOUNT).map(({ name }) => name)).toEqual(['Anna', 'Cleo']);
  await guest.close();
  expect(readHolder(folder)).toMatchObject({ kind: 'server', port: 4711 });
  expect(() => open(folder)).toThrow(expect.objectContaining({ code: 'library-busy' }));
});

test('kill -9 gives the library free at once, loses nothing, and the next owner checks it', async () => {
  const folder = newFolder();
  const child = await otherOwner(folder);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const { library, notices } = openWithNotices(folder);
  expect(library.persons.all(LOCAL_ACCOUNT).map(({ name }) => name)).toEqual(['Anna']);
  expect(notices).toMatchObject([{ code: 'checked' }]);
});

test('an end in order gives the library free and leaves nothing to check', async () => {
  const folder = newFolder();
  const child = await otherOwner(folder);
  child.stdin?.end();
  await once(child, 'exit');
  expect(existsSync(join(folder, 'owner.json'))).toBe(false);
  const { notices } = openWithNotices(folder);
  expect(notices).toEqual([]);
});

test('when the system ends all processes nothing has to be checked, and until then the library is owned', async () => {
  const folder = newFolder();
  const child = await otherOwner(folder);
  child.stdin?.write('end of session');
  await expect.poll(() => existsSync(join(folder, 'owner.json'))).toBe(false);
  expect(() => open(folder)).toThrow(expect.objectContaining({ code: 'library-busy' }));
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(openWithNotices(folder).notices).toEqual([]);
});

test('one process cannot own a library twice either', async () => {
  const folder = newFolder();
  const first = open(folder);
  expect(() => open(folder)).toThrow(expect.objectContaining({ code: 'library-busy' }));
  await first.close();
  expect(open(folder).role).toBe('owner');
});

test('what another process has changed is heard of', async () => {
  const folder = newFolder();
  const child = await otherOwner(folder);
  const guest = open(folder, { role: 'guest' });
  let heard = 0;
  const stop = guest.watch(() => heard++, 5);
  child.stdin?.write('now');
  await expect.poll(() => heard).toBe(1);
  expect(guest.persons.byName(LOCAL_ACCOUNT, 'bea')).toHaveLength(1);
  stop();
});

test('a guest alone prepares the library and leaves it free', async () => {
  const folder = newFolder();
  const guest = open(folder, { role: 'guest' });
  addPerson(guest, 'Anna');
  const { library, notices } = openWithNotices(folder);
  expect(library.counts().persons).toBe(1);
  expect(notices).toEqual([]);
});
