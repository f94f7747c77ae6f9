/** Faces to choose one of, all but the one it is compared with. */
import { useStrings } from '../strings/strings.ts';
import styles from './face-choice.module.css';
import type { Other } from './who-store.ts';

interface FaceChoiceProps {
  readonly title: string;
  readonly faces: readonly { readonly id: string; readonly name: string | null }[];
  /** The face that is compared. */
  readonly not: string;
  readonly onChoose: (other: Other) => void;
}

export function FaceChoice({ title, faces, not, onChoose }: FaceChoiceProps) {
  const { who: words } = useStrings();
  const others = faces.filter(({ id }) => id !== not);
  if (others.length === 0) return null;
  return (
    <section className={styles.choice} aria-label={title}>
      <h3>{title}</h3>
      <ul className={styles.faces}>
        {others.map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.face}
              aria-label={words.face(name)}
              title={words.face(name)}
              onClick={() => onChoose({ kind: 'face', id, name })}
            >
              <img src={`/face/${id}`} alt="" loading="lazy" draggable={false} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
