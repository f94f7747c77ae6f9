/** One answer of main's: asked for again whenever there is news of it; the old stays until the new is there. */
import { create, type StoreApi, type UseBoundStore } from 'zustand';
import { sayFailure } from '../changes/say-failure.ts';
import { type News, onNews } from './news.ts';

interface AnswerState<Result> {
  /** Null before the first, and after a failure. */
  readonly answer: Result | null;
  /** Why there is none: what was asked about is gone, say. */
  readonly failure: string | null;
}

export interface Answer<Result> {
  readonly use: UseBoundStore<StoreApi<AnswerState<Result>>>;
  read(): Promise<void>;
  /** Read it, and again whenever there is news of these kinds. @returns the way to stop */
  follow(news: readonly News[]): () => void;
}

export function createAnswer<Result>(ask: () => Promise<Result>): Answer<Result> {
  const use = create<AnswerState<Result>>(() => ({ answer: null, failure: null }));
  /** The latest question; what an earlier one is still answered is not heard. */
  let asked = 0;

  async function read(): Promise<void> {
    asked++;
    const mine = asked;
    const state = await ask().then(
      (answer) => ({ answer, failure: null }),
      (error: unknown) => ({ answer: null, failure: sayFailure(error) }),
    );
    if (mine === asked) use.setState(state);
  }

  return {
    use,
    read,
    follow(news) {
      void read();
      const stop = onNews(news, () => void read());
      return () => {
        asked++;
        stop();
      };
    },
  };
}
