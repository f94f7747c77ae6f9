/** Who is this? A group's faces, the person it may be one key away, and a field that takes whatever is typed. */
import { Check, EyeOff, SkipForward } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../bridge.ts';
import { useAnswer } from '../../lists/use-answer.ts';
import { useStrings } from '../../strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { FaceImage } from '../../ui/face-image.tsx';
import { useKeys } from '../asking/answer-keys.ts';
import { NameField } from '../naming/name-field.tsx';
import { unlessNameTaken } from '../naming/unless-name-taken.ts';
import { orGone } from './or-gone.ts';
import styles from './review-group.module.css';
import { decide, facesOf, passBy, type Question, skip } from './review-store.ts';

export function ReviewGroup({ question }: { readonly question: Question & { readonly kind: 'group' } }) {
  const { group, likely } = question;
  const { people: words, photo, count } = useStrings();
  const { id } = group;
  const field = useRef<HTMLInputElement>(null);
  const [faces, setFaces] = useState<readonly string[]>([group.coverFaceId]);
  useEffect(() => {
    let isCurrent = true;
    void facesOf(id).then((found) => isCurrent && found.length > 0 && setFaces(found));
    return () => {
      isCurrent = false;
    };
  }, [id]);
  // What has been named on the way here may have told who this is.
  const { answer } = useAnswer(id, ['people', 'photos'], () => orGone(call('unnamed.show', { id })));
  const now = answer === 'gone' ? null : answer;
  const isTold = answer === 'gone' || now?.hidden === true;
  useEffect(() => {
    if (isTold) passBy(question);
  }, [isTold, question]);
  const choices = now?.likely ?? (likely ? [likely] : []);
  const [best] = choices;

  const join = (personId: string): void => void decide(() => call('unnamed.join', { id, personId }), true);
  const hide = (): void => void decide(() => call('unnamed.hide', { ids: [id], hidden: true }), false);
  const name = async (text: string, ifNameTaken?: 'merge' | 'another'): Promise<boolean> => {
    const naming = call('unnamed.name', { id, name: text, ifNameTaken });
    const isTaken = await unlessNameTaken(naming, async () => decide(() => naming, true));
    return isTaken;
  };
  useKeys(({ key, ctrlKey, metaKey, altKey, target }) => {
    if (ctrlKey || metaKey || altKey) return false;
    const isOnButton = target instanceof Element && target.closest('button') !== null;
    if (key === 'n' || key === 'ArrowRight') skip();
    else if (key === 'h') hide();
    else if (key === 'Enter' && best && !isOnButton) join(best.personId);
    else {
      // A capital N or H begins a name, as every other letter does; the key itself is typed there.
      if ([...key].length === 1 && key.trim() !== '') field.current?.focus();
      return false;
    }
    return true;
  });
  return (
    <section className={styles.question} aria-label={words.unnamed} tabIndex={-1}>
      <h2>
        {words.unnamed} <small>{count.faces(group.faceCount)}</small>
      </h2>
      <ul className={styles.faces} aria-label={count.faces(group.faceCount)}>
        {faces.map((face) => (
          <li key={face}>
            <img src={`/face/${face}`} alt="" decoding="async" />
          </li>
        ))}
      </ul>
      <div className={styles.likely}>
        {best && (
          <Button tone="primary" icon={<Check aria-hidden />} onClick={() => join(best.personId)}>
            <FaceImage faceId={best.coverFaceId} size="small" />
            {words.itIs(best.name)}
            {best.confidence !== null && <small>{photo.percent(best.confidence)}</small>}
            <kbd>↵</kbd>
          </Button>
        )}
      </div>
      <div className={styles.name}>
        <NameField
          ref={field}
          label={words.nameThem}
          hideLabel
          placeholder={words.nameThem}
          likely={choices}
          onChoose={join}
          onName={name}
          onCancel={() => field.current?.blur()}
        />
      </div>
      <div className={styles.actions}>
        <Button tone="quiet" icon={<EyeOff aria-hidden />} onClick={hide}>
          {words.notInterested} <kbd>H</kbd>
        </Button>
        <Button tone="quiet" icon={<SkipForward aria-hidden />} onClick={skip}>
          {words.skip} <kbd>N</kbd>
        </Button>
      </div>
    </section>
  );
}
