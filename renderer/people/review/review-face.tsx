/** Is this them? Asked of one face; passed by when somebody has told meanwhile, or the face is gone. */
import { useEffect } from 'react';
import { call } from '../../bridge.ts';
import { useAnswer } from '../../lists/use-answer.ts';
import { IsItThem } from '../asking/is-it-them.tsx';
import { orGone } from './or-gone.ts';
import { passBy, type Question, useReview } from './review-store.ts';

interface ReviewFaceProps {
  readonly question: Question & { readonly kind: 'face' };
  readonly onAnswer: (isThem: boolean) => void;
}

export function ReviewFace({ question, onAnswer }: ReviewFaceProps) {
  const { person, suggestion } = question;
  const { faceId } = suggestion;
  const { answer } = useAnswer(faceId, ['people', 'photos'], () => orGone(call('who.face', { faceId })));
  const { questions, place } = useReview();
  const waiting = questions
    .slice(place)
    .flatMap((each) => (each.kind === 'face' && each.person.id === person.id ? [each.suggestion] : []));
  const isTold = answer !== null && (answer === 'gone' || answer.personId !== null);
  useEffect(() => {
    if (isTold) passBy(question);
  }, [isTold, question]);
  return <IsItThem person={person} suggestion={suggestion} waiting={waiting} onAnswer={onAnswer} />;
}
