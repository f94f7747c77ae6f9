import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type OpenCore, openCore } from './core.ts';
import { LOCAL_ACCOUNT } from './library/accounts.ts';
import { addPerson, newFolder } from './library/library-fixture.ts';
import { readHolder } from './library/lock.ts';

async function openIn(data: string) {
  const notices: string[] = [];
  const core = await openCore({
    data,
    kind: 'server',
    onNotice: ({ message }) => notices.push(message),
    engine: { processes: 1 },
  });
  onTestFinished(() => core.close());
  return { core, notices };
}

const names = ({ library }: OpenCore): string[] => library.persons.all(LOCAL_ACCOUNT).map(({ name }) => name);

test('a backup is restored while Kindred runs: everything is opened anew, and whoever calls meanwhile waits', async () => {
  const data = newFolder();
  const { core, notices } = await openIn(data);
  const told: string[] = [];
  core.follow((name) => told.push(name));
  core.announce(4711);
  const path = join(data, 'anna.sqlite');
  addPerson(core.library, 'Anna');
  await core.call('library.backup', { path });
  addPerson(core.library, 'Bea');
  const before = core.library;
  expect(await core.call('library.inspect', { path })).toMatchObject({ persons: 1, photos: 0 });

  const restored = core.call('library.restore', { path });
  // Asked at once, and again and again until it is answered by the one library or the other, never by none.
  let answers = 0;
  for (let isOver = false; !isOver; answers++) {
    await core.call('library.facts', {});
    isOver = await Promise.race([restored.then(() => true), new Promise<false>((done) => setTimeout(done, 20, false))]);
  }
  expect(answers).toBeGreaterThan(0);
  expect(core.library).not.toBe(before);
  expect(names(core)).toEqual(['Anna']);
  expect(notices).toEqual([expect.stringContaining('The backup has been restored.')]);
  expect(told).toContain('library.changed');
  expect(readHolder(data)).toMatchObject({ port: 4711 });
  const { backups } = (await core.call('library.facts', {})) as { backups: { kind: string; file: string }[] };
  // Closing may have taken the daily one too, before or after.
  expect(backups.filter(({ kind }) => kind === 'replaced')).toHaveLength(1);

  await core.call('library.restore', { path: backups.find(({ kind }) => kind === 'replaced')?.file });
  expect(names(core)).toEqual(['Anna', 'Bea']);
});

test('what is no backup changes nothing', async () => {
  const data = newFolder();
  const { core } = await openIn(data);
  const before = core.library;
  await expect(core.call('library.restore', { path: join(data, 'none.sqlite') })).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(core.call('library.restore', { path: join(data, 'owner.json') })).rejects.toMatchObject({
    code: 'corrupt',
  });
  expect(core.library).toBe(before);
});
