/** Faces that may be a person's, one after the other: yes or no by a key. */
import { Undo2, UserRoundCheck } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Result } from '../../../preload/contract.ts';
import { call } from '../../bridge.ts';
import { attempt } from '../../changes/attempt.ts';
import { undo } from '../../changes/change.ts';
import { useStrings } from '../../strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { answerOf, isUndo, useKeys } from '../asking/answer-keys.ts';
import { IsItThem, type Suggested } from '../asking/is-it-them.tsx';
import styles from './person-suggestions.module.css';

interface PersonSuggestionsProps {
  readonly person: Result<'person.show'>;
  /** Null before they are known. */
  readonly suggestions: readonly Suggested[] | null;
}

export function PersonSuggestions({ person, suggestions }: PersonSuggestionsProps) {
  const { people: words } = useStrings();
  /** Faces that have been answered here, in this order. */
  const [answered, setAnswered] = useState<readonly string[]>([]);
  /** Of those, the ones that main no longer suggests. */
  const settled = useRef(new Set<string>());
  useEffect(() => {
    if (!suggestions) return;
    const suggested = new Set(suggestions.map(({ faceId }) => faceId));
    // Suggested again after all: the answer has been undone by the menu, or in another tab.
    const isUndone = (faceId: string): boolean => settled.current.has(faceId) && suggested.has(faceId);
    if (answered.some(isUndone)) setAnswered(answered.filter((faceId) => !isUndone(faceId)));
    settled.current = new Set(answered.filter((faceId) => !suggested.has(faceId)));
  }, [suggestions, answered]);
  const waiting = suggestions?.filter(({ faceId }) => !answered.includes(faceId)) ?? [];
  const [now, ...later] = waiting;
  const { id, name } = person;

  const answer = async (isThem: boolean): Promise<void> => {
    if (!now) return;
    const { faceId } = now;
    setAnswered((before) => [...before, faceId]);
    const isDone = await attempt(() =>
      call(isThem ? 'faces.confirm' : 'faces.reject', { ids: [faceId], personId: id }),
    );
    if (!isDone) setAnswered((before) => before.filter((other) => other !== faceId));
  };
  const takeBack = async (): Promise<void> => {
    if (answered.length === 0) return;
    await undo();
    setAnswered((before) => before.slice(0, -1));
  };
  useKeys((event) => {
    if (isUndo(event) && answered.length > 0) {
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
      {now && <IsItThem person={person} suggestion={now} onAnswer={(isThem) => void answer(isThem)} />}
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
