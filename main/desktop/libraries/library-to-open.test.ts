import { expect, test } from 'vitest';
import { type Choice, libraryToOpen } from './library-to-open.ts';

const USUAL = '/home/anna/.local/share/Kindred';

/** A start on these folders, of which some are there; the answers come one after the other. */
async function start(folders: readonly string[], there: string[], ...answers: (Choice | (() => Choice))[]) {
  const asked: string[][] = [];
  const opened = await libraryToOpen({
    ...{ folders, usual: USUAL },
    exists: (folder) => there.includes(folder),
    ask: async (missing, other) => {
      asked.push([missing, other]);
      const answer = answers.shift() ?? 'quit';
      return typeof answer === 'string' ? answer : answer();
    },
  });
  return { opened, asked };
}

test('the library that was open last is opened, without a question', async () => {
  expect(await start(['/disk/a', '/disk/b'], ['/disk/a', '/disk/b'])).toEqual({ opened: '/disk/a', asked: [] });
});

test('the first start, and one after the usual folder was removed, begin there', async () => {
  expect(await start([], [])).toEqual({ opened: USUAL, asked: [] });
  expect(await start([USUAL, '/disk/b'], ['/disk/b'])).toEqual({ opened: USUAL, asked: [] });
});

test('a library on a disk that is not plugged in is asked about, never passed over', async () => {
  expect(await start(['/disk/a', '/home/b'], ['/home/b'], 'another')).toEqual({
    opened: '/home/b',
    asked: [['/disk/a', '/home/b']],
  });
  expect(await start(['/disk/a'], [], 'another')).toEqual({ opened: USUAL, asked: [['/disk/a', USUAL]] });
  expect((await start(['/disk/a'], [], 'quit')).opened).toBeNull();
});

test('once the disk is plugged in, its library is opened', async () => {
  const there: string[] = [];
  const plugIn = (): Choice => {
    there.push('/disk/a');
    return 'look-again';
  };
  const { opened, asked } = await start(['/disk/a'], there, 'look-again', plugIn);
  expect(opened).toBe('/disk/a');
  expect(asked).toHaveLength(2);
});
