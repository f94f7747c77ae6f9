/** The face that is asked about, large, with its name, and where it is from. */
import { ImageIcon, Pin, UserRound } from 'lucide-react';
import { openPhoto } from '../photo/open-photo.ts';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import styles from './face-in-question.module.css';
import { toPerson } from './to-person.ts';
import { type AskedFace, closeWho, rememberFace } from './who-store.ts';

export function FaceInQuestion({ face }: { readonly face: AskedFace }) {
  const { who: words, photos, locale } = useStrings();
  const { id, photoId, personId, name, how, fileName, takenAt } = face;
  const taken = takenAt
    ? new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(takenAt))
    : photos.noDate;
  return (
    <section className={styles.face} aria-label={words.face(name)}>
      <img src={`/face/${id}`} alt={words.face(name)} draggable={false} />
      <p>
        {name === null ? words.unknown : how === 'automatic' ? words.isTakenFor(name) : <b>{words.isNamed(name)}</b>}
      </p>
      <small>
        {fileName}
        <br />
        {taken}
      </small>
      <Button
        icon={<ImageIcon />}
        onClick={() => {
          closeWho();
          void openPhoto(photoId);
        }}
      >
        {words.openPhoto}
      </Button>
      {personId !== null && (
        <Button icon={<UserRound />} onClick={() => toPerson(personId)}>
          {words.openPerson}
        </Button>
      )}
      <Button icon={<Pin />} onClick={() => void rememberFace(id)}>
        {words.remember}
      </Button>
    </section>
  );
}
