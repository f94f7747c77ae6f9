/** Who a face or group may be, one press away. */
import { useStrings } from '../../strings/strings.ts';
import { FaceImage } from '../../ui/face-image.tsx';
import type { NameChoice } from '../naming/use-name-choices.ts';
import styles from './likely-people.module.css';

interface LikelyPeopleProps {
  readonly people: readonly NameChoice[];
  readonly onChoose: (personId: string) => void;
}

const SHOWN = 3;

export function LikelyPeople({ people, onChoose }: LikelyPeopleProps) {
  const { photo } = useStrings();
  if (people.length === 0) return null;
  return (
    <ul className={styles.likely} aria-label={photo.choices}>
      {people.slice(0, SHOWN).map(({ personId, name, coverFaceId, confidence }) => (
        <li key={personId}>
          <button type="button" onClick={() => onChoose(personId)}>
            <FaceImage faceId={coverFaceId} size="small" />
            <span>{name}</span>
            {confidence !== null && <small>{photo.percent(confidence)}</small>}
          </button>
        </li>
      ))}
    </ul>
  );
}
