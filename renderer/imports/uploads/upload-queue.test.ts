import { expect, test, vi } from 'vitest';
import { chosenFiles, type FoundFile } from './found-files.ts';
import { type Send, UploadFailure, type UploadProgress, UploadQueue } from './upload-queue.ts';

const files = (...names: readonly string[]) => chosenFiles(names.map((name) => new File(['12345'], name)));
const all = () => null;

/** A main that answers when the test says so. */
function fakeMain() {
  const asked = new Map<string, { land: () => void; fail: (code: string) => void; sent: (bytes: number) => void }>();
  const send: Send = ({ path }, onSent, signal) =>
    new Promise((resolve, reject) => {
      const land = (): void => resolve(`/photos/${path}`);
      const fail = (code: string): void => reject(new UploadFailure(code, code));
      asked.set(path, { land, fail, sent: onSent });
      signal.addEventListener('abort', () => fail('cancelled'));
    });
  let told: UploadProgress | null = null;
  const queue = new UploadQueue(send, (progress) => {
    told = progress;
  });
  return { queue, asked, told: () => told, answer: (path: string) => asked.get(path) };
}

test('three at once, the next when one has landed, and over when all have', async () => {
  const { queue, asked, told, answer } = fakeMain();
  await queue.add(files('a', 'b', 'c', 'd'), all);
  expect([...asked.keys()]).toEqual(['a', 'b', 'c']);
  answer('b')?.land();
  await vi.waitFor(() => expect([...asked.keys()]).toEqual(['a', 'b', 'c', 'd']));
  answer('a')?.sent(3);
  expect(told()).toMatchObject({ done: 1, total: 4, sentBytes: 8, totalBytes: 20, isOver: false });
  for (const name of ['a', 'c', 'd']) answer(name)?.land();
  await vi.waitFor(() => expect(told()).toMatchObject({ done: 4, sentBytes: 20, isOver: true }));
  expect([...queue.landed].sort()).toEqual(['/photos/a', '/photos/b', '/photos/c', '/photos/d']);
});

test('what is refused is listed and the others go on; it can be tried again unless it is no photo', async () => {
  const { queue, told, answer, asked } = fakeMain();
  await queue.add(files('a', 'b', 'film'), ({ path }) => (path === 'film' ? { code: 'not-a-photo' } : null));
  answer('a')?.fail('cut-off');
  answer('b')?.land();
  await vi.waitFor(() => expect(told()).toMatchObject({ done: 3, isOver: true }));
  expect(told()?.failed.map(({ code }) => code)).toEqual(['not-a-photo', 'cut-off']);
  asked.clear();
  queue.retry();
  expect(told()).toMatchObject({ isOver: false, failed: [{ code: 'not-a-photo' }], done: 2, total: 3 });
  answer('a')?.land();
  await vi.waitFor(() => expect(told()).toMatchObject({ isOver: true, done: 3, totalBytes: 10 }));
});

test.each(['offline', 'unauthorized', 'disk-full', 'busy'])('%s stops all, and nothing is lost', async (code) => {
  const { queue, told, answer, asked } = fakeMain();
  await queue.add(files('a', 'b', 'c', 'd', 'e'), all);
  answer('a')?.fail(code);
  answer('b')?.land();
  answer('c')?.fail(code);
  await vi.waitFor(() => expect(told()).toMatchObject({ stoppedBy: code, done: 1, total: 5, failed: [] }));
  expect(asked.has('d')).toBe(false);
  expect(told()?.isOver).toBe(false);
  asked.clear();
  queue.goOn();
  await vi.waitFor(() => expect(asked.size).toBe(3));
  for (let round = 0; round < 2; round++) {
    for (const { land } of asked.values()) land();
    await new Promise((later) => setTimeout(later));
  }
  await vi.waitFor(() => expect(told()).toMatchObject({ stoppedBy: null, done: 5, isOver: true }));
});

test('cancelled, nothing more is sent and what has landed is known', async () => {
  const { queue, told, answer, asked } = fakeMain();
  await queue.add(files('a', 'b', 'c', 'd'), all);
  answer('a')?.land();
  await vi.waitFor(() => expect(asked.has('d')).toBe(true));
  queue.cancel();
  expect(told()).toMatchObject({ isOver: true });
  expect(queue.landed).toEqual(['/photos/a']);
});

test('files are sent while others are still being found; what is no photo is listed or passed by', async () => {
  const { queue, told, asked, answer } = fakeMain();
  let found: () => void = () => undefined;
  const more = new Promise<void>((resolve) => {
    found = resolve;
  });
  async function* slowly(): AsyncIterable<FoundFile> {
    yield* files('a', 'film', '.hidden');
    await more;
    yield* files('b');
  }
  const adding = queue.add(slowly(), ({ path }) =>
    path === 'film' ? { code: 'not-a-photo' } : path === '.hidden' ? undefined : null,
  );
  await vi.waitFor(() => expect(asked.has('a')).toBe(true));
  answer('a')?.land();
  await vi.waitFor(() => expect(told()).toMatchObject({ isLooking: true, isOver: false, done: 2, total: 2 }));
  found();
  await adding;
  answer('b')?.land();
  await vi.waitFor(() => expect(told()).toMatchObject({ isLooking: false, isOver: true, done: 3, total: 3 }));
  expect(told()?.failed).toMatchObject([{ code: 'not-a-photo', found: { path: 'film' } }]);
});
