/** Who is this? A name to type, with people who have it or look alike to choose from. */
import { type FormEvent, useEffect, useState } from 'react';
import { call } from '../bridge.ts';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { FaceImage } from '../ui/face-image.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { PhotoFace } from './attribute-words.ts';
import styles from './face-card.module.css';
import { faceIs, nameFace } from './name-face.ts';

interface Choice {
  readonly id: string;
  readonly name: string;
  readonly coverFaceId: string | null;
  readonly confidence: number | null;
}

const CHOICES = 4;

export function FaceNameForm({ face }: { readonly face: PhotoFace }) {
  const { photo: words, common } = useStrings();
  const [name, setName] = useState('');
  const [taken, setTaken] = useState<string | null>(null);
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  const text = name.trim();
  useEffect(() => {
    let isCurrent = true;
    const show = (found: readonly Choice[]): void => {
      if (isCurrent) setChoices(found);
    };
    const found =
      text === ''
        ? call('who.suggest', { faceId: face.id, limit: CHOICES }).then(({ people }) =>
            show(people.map(({ personId, ...rest }) => ({ id: personId, ...rest }))),
          )
        : call('people.find', { text, limit: CHOICES }).then(({ people }) =>
            show(people.map(({ id, name, coverFaceId }) => ({ id, name, coverFaceId, confidence: null }))),
          );
    found.catch(() => show([]));
    return () => {
      isCurrent = false;
    };
  }, [text, face.id]);

  const give = async (ifNameTaken?: 'merge' | 'another'): Promise<void> => {
    if (await nameFace(face, text, ifNameTaken)) setTaken(text);
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (text !== '') void give();
  };
  if (taken !== null && taken === text) {
    return (
      <div className={styles.form}>
        <p>{words.nameTaken(taken)}</p>
        <Button tone="primary" onClick={() => void give('merge')}>
          {words.samePerson(taken)}
        </Button>
        <Button onClick={() => void give('another')}>{words.anotherPerson(taken)}</Button>
        <Button tone="quiet" onClick={() => setTaken(null)}>
          {common.cancel}
        </Button>
      </div>
    );
  }
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <TextField
        label={face.person === null && face.groupId !== null ? words.whoIsGroup : words.whoIs}
        value={name}
        autoFocus
        maxLength={200}
        onChange={(event) => setName(event.target.value)}
      />
      {choices.length > 0 && (
        <ul aria-label={words.choices}>
          {choices.map((choice) => (
            <li key={choice.id}>
              <button type="button" className={styles.choice} onClick={() => void faceIs(face, choice.id)}>
                <FaceImage faceId={choice.coverFaceId} size="small" />
                <span>{choice.name}</span>
                {choice.confidence !== null && <small>{words.percent(choice.confidence)}</small>}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Button type="submit" tone="primary" disabled={text === ''}>
        {words.giveName}
      </Button>
    </form>
  );
}
