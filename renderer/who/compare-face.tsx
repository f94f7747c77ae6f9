/** Compare: is this face another one, or a person? How sure that is, and what it means. */
import { useEffect, useState } from 'react';
import type { Result } from '../../preload/contract.ts';
import { call } from '../bridge.ts';
import { attempt } from '../changes/attempt.ts';
import { useOpenPhoto } from '../photo/open-photo.ts';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { FaceImage } from '../ui/face-image.tsx';
import styles from './answers.module.css';
import { ConfidenceBar } from './confidence-bar.tsx';
import { confidenceInWords } from './confidence-words.ts';
import { FindPerson } from './find-person.tsx';
import { type AskedFace, type Other, useWho } from './who-store.ts';

const choose = (other: Other | null): void => useWho.setState({ other });

export function CompareFace({ face }: { readonly face: AskedFace }) {
  const other = useWho((state) => state.other);
  return other ? <Comparison face={face} other={other} /> : <OtherChoice face={face} />;
}

function Comparison({ face, other }: { readonly face: AskedFace; readonly other: Other }) {
  const { who: words } = useStrings();
  const [found, setFound] = useState<Result<'who.compare'> | null>(null);
  const picture = other.kind === 'face' ? other.id : other.coverFaceId;
  useEffect(() => {
    let isCurrent = true;
    void attempt(async () => {
      const which = other.kind === 'face' ? { faceId: other.id } : { personId: other.id };
      const result = await call('who.compare', { faceId: face.id, with: which });
      if (isCurrent) setFound(result);
    });
    return () => {
      isCurrent = false;
    };
  }, [face.id, other]);
  return (
    <div className={styles.compare}>
      <div className={styles.pair}>
        <figure>
          <img src={`/face/${face.id}`} alt="" />
          <figcaption>{words.face(face.name)}</figcaption>
        </figure>
        <div className={styles.verdict} role="status">
          {found && (
            <>
              <strong>{found.samePerson ? words.samePerson : words.notSamePerson}</strong>
              <ConfidenceBar confidence={found.confidence} />
              <p>{confidenceInWords(found.confidence, words)}</p>
            </>
          )}
        </div>
        <figure>
          {picture === null ? <FaceImage faceId={null} size="large" /> : <img src={`/face/${picture}`} alt="" />}
          <figcaption>{words.face(other.name)}</figcaption>
        </figure>
      </div>
      <div>
        <Button onClick={() => choose(null)}>{words.compareAnother}</Button>
      </div>
    </div>
  );
}

function OtherChoice({ face }: { readonly face: AskedFace }) {
  const { who: words } = useStrings();
  const [typed, setTyped] = useState('');
  const remembered = useWho((state) => state.remembered);
  const openPhoto = useOpenPhoto((state) => state.photo);
  const [own, setOwn] = useState<readonly NamedFace[]>([]);
  const { photoId } = face;
  useEffect(() => {
    let isCurrent = true;
    void attempt(async () => {
      const { faces } = await call('photo.show', { id: photoId });
      if (isCurrent) setOwn(faces);
    });
    return () => {
      isCurrent = false;
    };
  }, [photoId]);
  const isElsewhere = openPhoto !== null && openPhoto.id !== photoId;
  return (
    <section className={styles.scroller} aria-label={words.compareWith}>
      <div className={styles.compare}>
        <p>{words.chooseOther}</p>
        <div className={styles.naming}>
          <FindPerson
            label={words.findPerson}
            typed={typed}
            onType={setTyped}
            onChoose={({ id, name, coverFaceId }) => choose({ kind: 'person', id, name, coverFaceId })}
          />
        </div>
        {remembered && <FaceChoice title={words.rememberedFace} faces={[remembered]} not={face.id} />}
        {isElsewhere && <FaceChoice title={words.onOpenPhoto} faces={openPhoto.faces} not={face.id} />}
        <FaceChoice title={words.onThisPhoto} faces={own} not={face.id} />
      </div>
    </section>
  );
}

interface NamedFace {
  readonly id: string;
  readonly name: string | null;
}

interface FaceChoiceProps {
  readonly title: string;
  readonly faces: readonly NamedFace[];
  /** The face that is compared. */
  readonly not: string;
}

function FaceChoice({ title, faces, not }: FaceChoiceProps) {
  const { who: words } = useStrings();
  const others = faces.filter(({ id }) => id !== not);
  if (others.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul className={styles.found}>
        {others.map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.small}
              aria-label={words.face(name)}
              title={words.face(name)}
              onClick={() => choose({ kind: 'face', id, name })}
            >
              <img src={`/face/${id}`} alt="" loading="lazy" draggable={false} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
