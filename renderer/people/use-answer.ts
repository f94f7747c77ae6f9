/** An answer of main's about people, asked for again whenever people or photos change; the old stays until the new is there. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { on } from '../bridge.ts';
import { sayFailure } from '../changes/say-failure.ts';

interface Answered<Answer> {
  /** Null before the first. */
  readonly answer: Answer | null;
  readonly failure: string | null;
  readonly ask: () => void;
}

/** @param question another one is another question; the same stays the same */
export function useAnswer<Answer>(question: string, run: () => Promise<Answer>): Answered<Answer> {
  const [state, setState] = useState<{ question: string; answer: Answer | null; failure: string | null }>(() => ({
    ...{ question, answer: null, failure: null },
  }));
  const latest = useRef(run);
  latest.current = run;
  const asked = useRef(0);
  const ask = useCallback((): void => {
    asked.current++;
    const mine = asked.current;
    latest.current().then(
      (answer) => mine === asked.current && setState({ question, answer, failure: null }),
      (error: unknown) => mine === asked.current && setState({ question, answer: null, failure: sayFailure(error) }),
    );
  }, [question]);
  useEffect(() => {
    ask();
    const stop = on('library.changed', ({ kinds }) => {
      if (kinds.some((kind) => kind === 'people' || kind === 'photos')) ask();
    });
    return () => {
      asked.current++;
      stop();
    };
  }, [ask]);
  return state.question === question ? { ...state, ask } : { answer: null, failure: null, ask };
}
