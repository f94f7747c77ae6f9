/** Those who are on the most photos, to choose one of without typing. */
import { useNameChoices } from '../people/naming/use-name-choices.ts';
import { useStrings } from '../strings/strings.ts';
import { FaceImage } from '../ui/face-image.tsx';
import choice from './face-choice.module.css';
import styles from './people-choice.module.css';
import type { Other } from './who-store.ts';

const NOBODY = { likely: [], except: [], findsAll: true } as const;

export function PeopleChoice({ onChoose }: { readonly onChoose: (other: Other) => void }) {
  const { views } = useStrings();
  const people = useNameChoices('', true, NOBODY);
  if (people.length === 0) return null;
  return (
    <section className={choice.choice} aria-label={views.people}>
      <h3>{views.people}</h3>
      <ul className={styles.people}>
        {people.map(({ personId: id, name, coverFaceId }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.person}
              onClick={() => onChoose({ kind: 'person', id, name, coverFaceId })}
            >
              <FaceImage faceId={coverFaceId} size="small" />
              <span>{name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
