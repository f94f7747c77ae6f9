/** Faces that may be a person's, one after the other: yes or no by a key. */
import { Undo2, UserRoundCheck } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Result } from '../../../preload/contract.ts';
import { call } from '../../bridge.ts';
import { attempt } from '../../changes/attempt.ts';
import { undo } from '../../changes/change.ts';
import { useStrings } from '../../strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { answerOf, isUndo, useKeys } from '../asking/answer-keys.ts';
import { IsItThem, type Suggested } from '../asking/is-it-them.tsx';
import { turns } from '../asking/turns.ts';
import styles from './person-suggestions.module.css';

interface PersonSuggestionsProps {
  readonly person: Result<'person.show'>;
  /** Null before they are known. */
  readonly suggestions: readonly Suggested[] | null;
}

export function PersonSuggestions({ person, suggestions }: PersonSuggestionsProps) {
  const { people: words } = useStrings();
  /** Faces that have been answered here, in this order; the reference is ahead of what is drawn. */
  const [answered, draw] = useState<readonly string[]>([]);
  const told = useRef(answered);
  const [inTurn] = useState(turns);
  const setAnswered = useCallback((become: (before: readonly string[]) => readonly string[]): void => {
    told.current = become(told.current);
    draw(told.current);
  }, []);
  /** Of those, the ones that main no longer suggests. */
  const settled = useRef(new Set<string>());
  useEffect(() => {
    if (!suggestions) return;
    const suggested = new Set(suggestions.map(({ faceId }) => faceId));
    // Suggested again after all: the answer has been undone by the menu, or in another tab.
    const isUndone = (faceId: string): boolean => settled.current.has(faceId) && suggested.has(faceId);
    if (answered.some(isUndone)) setAnswered((before) => before.filter((faceId) => !isUndone(faceId)));
    settled.current = new Set(answered.filter((faceId) => !suggested.has(faceId)));
  }, [suggestions, answered, setAnswered]);
  const waiting = suggestions?.filter(({ faceId }) => !answered.includes(faceId)) ?? [];
  const [now, ...later] = waiting;
  const { id, name } = person;

  const answer = async (isThem: boolean): Promise<void> => {
    if (!now) return;
    const { faceId } = now;
    setAnswered((before) => [...before, faceId]);
    const isDone = await inTurn(() =>
      attempt(() => call(isThem ? 'faces.confirm' : 'faces.reject', { ids: [faceId], personId: id })),
    );
    if (!isDone) setAnswered((before) => before.filter((other) => other !== faceId));
  };
  // In turn, since a key that is held down must take back no more than was answered here.
  const takeBack = (): Promise<void> =>
    inTurn(async () => {
      const last = told.current.at(-1);
      if (last === undefined) return;
      await undo();
      setAnswered((before) => before.filter((faceId) => faceId !== last));
    });
  useKeys((event) => {
    if (isUndo(event) && told.current.length > 0) {
      void takeBack();
      return true;
    }
    const isThem = answerOf(event);
    if (isThem === null || !now) return false;
    void answer(isThem);
    return true;
  });

  if (suggestions && !now) {
    return (
      <EmptyState icon={<UserRoundCheck />} title={words.noSuggestionsTitle} hint={words.noSuggestionsHint(name)}>
        {answered.length > 0 && (
          <Button icon={<Undo2 aria-hidden />} onClick={() => void takeBack()}>
            {words.undoAnswer}
          </Button>
        )}
      </EmptyState>
    );
  }
  return (
    <div className={styles.asking}>
      {now && (
        <IsItThem person={person} suggestion={now} waiting={waiting} onAnswer={(isThem) => void answer(isThem)} />
      )}
      <Button
        tone="quiet"
        icon={<Undo2 aria-hidden />}
        disabled={answered.length === 0}
        onClick={() => void takeBack()}
      >
        {words.undoAnswer} <kbd>U</kbd>
      </Button>
      <ul className={styles.later} aria-label={words.later(later.length)}>
        {later.slice(0, 12).map(({ faceId }) => (
          <li key={faceId}>
            <img src={`/face/${faceId}`} alt="" />
          </li>
        ))}
      </ul>
    </div>
  );
}
