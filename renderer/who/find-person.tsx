/** People by what is typed of their name, to choose one of. */
import { useEffect, useState } from 'react';
import type { PersonCard } from '../../preload/contract.ts';
import { call } from '../bridge.ts';
import { useStrings } from '../strings/strings.ts';
import { FaceImage } from '../ui/face-image.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './answers.module.css';

const SHOWN = 8;

interface FindPersonProps {
  readonly label: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly onChoose: (person: PersonCard) => void;
  readonly isFirst?: boolean;
}

export function FindPerson({ label, typed, onType, onChoose, isFirst = false }: FindPersonProps) {
  const { who: words } = useStrings();
  const [found, setFound] = useState<readonly PersonCard[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const show = (people: readonly PersonCard[]): void => {
      if (isCurrent) setFound(people);
    };
    call('people.find', { text: typed.trim(), limit: SHOWN }).then(
      ({ people }) => show(people),
      () => show([]),
    );
    return () => {
      isCurrent = false;
    };
  }, [typed]);
  return (
    <>
      <TextField
        label={label}
        value={typed}
        maxLength={200}
        autoFocus={isFirst}
        onChange={(event) => onType(event.target.value)}
      />
      {found.length > 0 && (
        <ul className={styles.found} aria-label={words.candidates}>
          {found.map((person) => (
            <li key={person.id}>
              <button type="button" className={styles.person} onClick={() => onChoose(person)}>
                <FaceImage faceId={person.coverFaceId} size="small" />
                {person.name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
