/** Who has to be on the photos: people to choose from, those with the most photos first. */
import { useEffect, useState } from 'react';
import type { PersonCard } from '../../../preload/contract.ts';
import { call } from '../../bridge.ts';
import { attempt } from '../../changes/attempt.ts';
import { useStrings } from '../../strings/strings.ts';
import { FaceImage } from '../../ui/face-image.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './person-filter.module.css';

/** As many as one photo can be asked for (preload/contract/photos.ts). */
const MOST = 10;
const SHOWN = 8;

interface PersonFilterProps {
  readonly persons: readonly string[];
  readonly onChange: (persons: string[] | undefined) => void;
}

export function PersonFilter({ persons, onChange }: PersonFilterProps) {
  const { photos: words } = useStrings();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<readonly PersonCard[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void attempt(async () => {
      const { people } = await call('people.find', { text: typed.trim(), limit: SHOWN });
      if (isCurrent) setFound(people);
    });
    return () => {
      isCurrent = false;
    };
  }, [typed]);
  const turn = (id: string): void => {
    const next = persons.includes(id) ? persons.filter((other) => other !== id) : [...persons, id];
    onChange(next.length > 0 ? next : undefined);
  };
  return (
    <fieldset className={styles.people}>
      <legend>{words.filter.people}</legend>
      <TextField
        label={words.filter.findPerson}
        hideLabel
        placeholder={words.filter.findPerson}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <ul>
        {found.map(({ id, name, coverFaceId }) => (
          <li key={id}>
            <button
              type="button"
              aria-pressed={persons.includes(id)}
              disabled={!persons.includes(id) && persons.length >= MOST}
              onClick={() => turn(id)}
            >
              <FaceImage faceId={coverFaceId} size="small" />
              <span>{name}</span>
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
