/** Review: the whole window for one question at a time, answered by keys at speed. */
import { PartyPopper, Undo2, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { call } from '../../bridge.ts';
import { go } from '../../navigation/route.ts';
import { useStrings } from '../../strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { answerOf, isUndo, useKeys } from '../asking/answer-keys.ts';
import styles from './review.module.css';
import { ReviewFace } from './review-face.tsx';
import { ReviewGroup } from './review-group.tsx';
import { decide, skip, startReview, takeBackStep, useReview } from './review-store.ts';

export function Review() {
  const { people: words, common } = useStrings();
  const { questions, place, steps, next, groups, status, failure } = useReview();
  const page = useRef<HTMLElement>(null);
  const shown = useRef<HTMLDivElement>(null);
  const question = questions[place];
  useEffect(() => {
    void startReview();
    page.current?.focus();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every question what had the focus may be gone.
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    (shown.current?.querySelector('section') ?? page.current)?.focus();
    // An end has nothing to answer by keys, but the keys of the whole hold.
    if (document.activeElement === document.body) page.current?.focus();
  }, [question, status]);

  const answer = (isThem: boolean): void => {
    if (question?.kind !== 'face') return;
    const { person, suggestion } = question;
    const args = { ids: [suggestion.faceId], personId: person.id };
    void decide(() => call(isThem ? 'faces.confirm' : 'faces.reject', args), isThem);
  };
  const leave = (): void => go('people');
  useKeys((event) => {
    if (isUndo(event)) void takeBackStep();
    else if (event.key === 'Escape') leave();
    else if (question?.kind === 'face' && event.key === 's') skip();
    else if (question?.kind === 'face') {
      const isThem = answerOf(event);
      if (isThem === null) return false;
      answer(isThem);
    } else return false;
    return true;
  });

  const named = steps.filter(({ isName }) => isName).length;
  const body = () => {
    if (status === 'failed') {
      return (
        <EmptyState icon={<X />} title={common.failedTitle} hint={failure ?? ''} isFailure>
          <Button onClick={() => void startReview()}>{common.retry}</Button>
        </EmptyState>
      );
    }
    if (question?.kind === 'group') return <ReviewGroup key={question.group.id} question={question} />;
    if (question) return <ReviewFace question={question} onAnswer={answer} />;
    if (status === 'loading') return <div className={styles.waiting} aria-label={common.loading} role="status" />;
    return (
      <EmptyState icon={<PartyPopper />} title={words.allDone} hint={words.allDoneHint(named)}>
        <Button tone="primary" onClick={leave}>
          {words.toPeople}
        </Button>
      </EmptyState>
    );
  };
  const keys = question?.kind === 'face' ? words.reviewKeys.face : words.reviewKeys.group;
  return (
    <section ref={page} className={styles.review} aria-label={words.review} tabIndex={-1}>
      <header>
        <IconButton label={common.close} icon={<X />} onClick={leave} />
        <h1>{words.review}</h1>
        <div className={styles.progress}>
          <ProgressBar
            label={words.reviewProgress(place)}
            done={place}
            total={Math.max(groups, questions.length + (next === null ? 0 : 1))}
          />
        </div>
        <p role="status">{words.reviewNamed(named)}</p>
        <Button
          tone="quiet"
          icon={<Undo2 aria-hidden />}
          disabled={steps.length === 0}
          onClick={() => void takeBackStep()}
        >
          {words.undoAnswer}
        </Button>
      </header>
      <div ref={shown} className={styles.body}>
        {body()}
      </div>
      {question && (
        <footer>
          {keys.map(([key, what]) => (
            <span key={key}>
              <kbd>{key}</kbd> {what}
            </span>
          ))}
        </footer>
      )}
    </section>
  );
}
