import { beforeEach, expect, test, vi } from 'vitest';
import { BridgeError } from '../bridge-error.ts';
import { createAnswer } from './answer.ts';

type Listener = (news: { kinds: readonly string[] }) => void;
const listeners = new Set<Listener>();
vi.mock('../bridge.ts', () => ({
  on: (_name: string, listener: Listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
}));
beforeEach(() => listeners.clear());

const tell = (...kinds: string[]): void => {
  for (const listener of listeners) listener({ kinds });
};

/** Questions that are answered when the test says so. */
function slowly() {
  const asked: PromiseWithResolvers<string>[] = [];
  const answer = createAnswer(() => {
    const question = Promise.withResolvers<string>();
    asked.push(question);
    return question.promise;
  });
  return { answer, asked };
}

test('it is asked again at news of its kinds, and at no other', () => {
  const { answer, asked } = slowly();
  answer.follow(['people', 'photos']);
  tell('people');
  tell('settings', 'photos');
  tell('imports');
  expect(asked).toHaveLength(3);
});

test('the old stays until the new is there', async () => {
  const { answer, asked } = slowly();
  answer.follow(['people']);
  asked[0]?.resolve('Anna');
  await vi.waitFor(() => expect(answer.use.getState().answer).toBe('Anna'));
  tell('people');
  expect(answer.use.getState().answer).toBe('Anna');
  asked[1]?.resolve('Anne');
  await vi.waitFor(() => expect(answer.use.getState().answer).toBe('Anne'));
});

test('what is answered after a later question is not heard, nor after nobody looks any more', async () => {
  const { answer, asked } = slowly();
  const stop = answer.follow(['people']);
  tell('people');
  asked[1]?.resolve('new');
  asked[0]?.resolve('old');
  await vi.waitFor(() => expect(answer.use.getState().answer).toBe('new'));
  tell('people');
  stop();
  asked[2]?.resolve('newer');
  await asked[2]?.promise;
  expect(answer.use.getState().answer).toBe('new');
  tell('people');
  expect(asked).toHaveLength(3);
});

test('what is gone is not shown any more, but main that does not answer leaves what it has told', async () => {
  const { answer, asked } = slowly();
  answer.follow(['people']);
  asked[0]?.resolve('Anna');
  tell('people');
  asked[1]?.resolve('Anna');
  await vi.waitFor(() => expect(answer.use.getState().answer).toBe('Anna'));
  tell('people');
  asked[2]?.reject(new BridgeError({ code: 'offline', message: 'Kindred does not answer.' }));
  await asked[2]?.promise.catch(() => undefined);
  expect(answer.use.getState()).toEqual({ answer: 'Anna', failure: null });
  tell('people');
  asked[3]?.reject(new BridgeError({ code: 'not-found', message: 'This person is no longer in the library.' }));
  await vi.waitFor(() => expect(answer.use.getState().answer).toBeNull());
});

test('a failure is told, and gone after another answer', async () => {
  const { answer, asked } = slowly();
  answer.follow(['people']);
  asked[0]?.reject(new Error('This person is no longer in the library.'));
  await vi.waitFor(() =>
    expect(answer.use.getState()).toEqual({ answer: null, failure: 'This person is no longer in the library.' }),
  );
  tell('people');
  asked[1]?.resolve('Anna');
  await vi.waitFor(() => expect(answer.use.getState()).toEqual({ answer: 'Anna', failure: null }));
});
