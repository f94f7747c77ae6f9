/** One answer of main's: asked for again whenever there is news of it; the old stays until the new is there. */
import { create, type StoreApi, type UseBoundStore } from 'zustand';
import { BridgeError } from '../bridge-error.ts';
import { sayFailure } from '../changes/say-failure.ts';
import { type News, onNews } from './news.ts';

interface AnswerState<Result> {
  /** Null before the first, and for what is gone. */
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
    try {
      const answer = await ask();
      if (mine === asked) use.setState({ answer, failure: null });
    } catch (error: unknown) {
      if (mine !== asked) return;
      const isGone = error instanceof BridgeError && error.code === 'not-found';
      // Main that does not answer takes nothing away that it has told.
      if (isGone || use.getState().answer === null) use.setState({ answer: null, failure: sayFailure(error) });
    }
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
