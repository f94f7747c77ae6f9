/** Is this them? A face, large, beside what the person looks like, and the photo that it is on. */
import { Check, X } from 'lucide-react';
import type { PersonCard } from '../../../preload/contract.ts';
import { openPhotoAmong } from '../../photo/open-photo.ts';
import { useStrings } from '../../strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { FaceImage } from '../../ui/face-image.tsx';
import styles from './is-it-them.module.css';

export interface Suggested {
  readonly faceId: string;
  readonly photoId: string;
  readonly confidence: number;
}

interface IsItThemProps {
  readonly person: Pick<PersonCard, 'name' | 'coverFaceId'>;
  readonly suggestion: Suggested;
  /** All faces that are still to be asked about, this one among them: their photos are the neighbours of its own. */
  readonly waiting: readonly Suggested[];
  readonly onAnswer: (isThem: boolean) => void;
}

export function IsItThem({ person: { name, coverFaceId }, suggestion, waiting, onAnswer }: IsItThemProps) {
  const { people: words, photo } = useStrings();
  const { faceId, photoId, confidence } = suggestion;
  return (
    <section className={styles.question} aria-label={words.isItThem(name)} tabIndex={-1}>
      <div className={styles.who}>
        <FaceImage faceId={coverFaceId} size="medium" />
        <h2>{words.isItThem(name)}</h2>
        <small>{words.sure(photo.percent(confidence))}</small>
      </div>
      <div className={styles.pictures}>
        <img key={faceId} className={styles.face} src={`/face/${faceId}`} alt={words.thisFace} />
        <button
          type="button"
          className={styles.photo}
          aria-label={words.openPhoto}
          onClick={() =>
            void openPhotoAmong(photoId, { faceList: { of: 'faces', ids: waiting.map((each) => each.faceId) } })
          }
        >
          <img key={photoId} src={`/thumb/${photoId}`} alt="" />
        </button>
      </div>
      <div className={styles.answers}>
        <Button icon={<X aria-hidden />} onClick={() => onAnswer(false)}>
          {words.no} <kbd>N</kbd>
        </Button>
        <Button tone="primary" icon={<Check aria-hidden />} onClick={() => onAnswer(true)}>
          {words.yes} <kbd>Y</kbd>
        </Button>
      </div>
    </section>
  );
}
