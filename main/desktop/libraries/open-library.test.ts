import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { newFolder } from '../../library/library-fixture.ts';
import { offerAnother } from './open-library.ts';

/** What the user answers, question by question, and what came of it. */
const { answers, done } = vi.hoisted(() => ({
  answers: { buttons: [] as number[], folders: [] as string[][] },
  done: { asked: [] as string[], relaunched: [] as string[][], exits: [] as number[] },
}));

vi.mock('electron', () => ({
  app: {
    getLocale: () => 'en',
    relaunch: ({ args }: { args: string[] }) => void done.relaunched.push(args),
    exit: (code: number) => void done.exits.push(code),
  },
  dialog: {
    showMessageBox: async ({ detail }: { detail: string }) => {
      done.asked.push(detail);
      return { response: answers.buttons.shift() ?? 2 };
    },
    showOpenDialog: async () => ({ filePaths: answers.folders.shift() ?? [] }),
  },
}));

beforeEach(() => {
  Object.assign(answers, { buttons: [], folders: [] });
  Object.assign(done, { asked: [], relaunched: [], exits: [] });
});

test('a library that cannot be opened is tried again, given up, or left for another', async () => {
  answers.buttons = [0];
  await offerAnother('It is on a read-only disk.');
  expect(done).toMatchObject({ asked: ['It is on a read-only disk.'], exits: [1] });
  expect(done.relaunched).toHaveLength(1);
  expect(done.relaunched[0]).not.toContainEqual(expect.stringMatching(/^--data=/));

  answers.buttons = [1];
  const another = newFolder();
  answers.folders = [[another]];
  await offerAnother('It is on a read-only disk.');
  expect(done.relaunched[1]).toContain(`--data=${another}`);

  answers.buttons = [2];
  await offerAnother('It is on a read-only disk.');
  expect(done).toMatchObject({ relaunched: { length: 2 }, exits: [1, 1, 1] });
});

test('who chooses no folder, or one with other things in it by mistake, is asked again', async () => {
  const photos = newFolder();
  writeFileSync(join(photos, 'a.jpg'), '');
  // The other library …, none; the other library …, photos: no new library there; enough.
  answers.buttons = [1, 1, 1, 2];
  answers.folders = [[], [photos]];
  await offerAnother('It is damaged.');
  expect(done.asked.filter((detail) => detail === 'It is damaged.')).toHaveLength(3);
  expect(done).toMatchObject({ relaunched: [], exits: [1] });
});
