import { expect, test } from 'vitest';
import { oneAfterAnother } from './one-after-another.ts';

/** Readings that are answered by hand. */
function byHand() {
  const answers: (() => void)[] = [];
  const failures: ((error: Error) => void)[] = [];
  const read = oneAfterAnother(
    () =>
      new Promise<void>((answer, fail) => {
        answers.push(answer);
        failures.push(fail);
      }),
  );
  return { read, answers, failures };
}
const soon = (): Promise<void> => new Promise((go) => setTimeout(go));

test('however often it is asked for meanwhile, it is read once more, and never twice at once', async () => {
  const { read, answers } = byHand();
  const all = [read(), read(), read()];
  expect(answers).toHaveLength(1);
  answers[0]?.();
  await soon();
  expect(answers).toHaveLength(2);
  answers[1]?.();
  await Promise.all(all);
  expect(answers).toHaveLength(2);
});

test('what is asked for later is read anew, also after a failure', async () => {
  const { read, answers, failures } = byHand();
  const first = read();
  failures[0]?.(new Error('gone'));
  await expect(first).rejects.toThrow('gone');
  const second = read();
  answers[1]?.();
  await second;
  void read();
  expect(answers).toHaveLength(3);
});
