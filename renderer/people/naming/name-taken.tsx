/** Somebody has the name already: the same person, or another of that name? */
import { useStrings } from '../../strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import styles from './name-field.module.css';
import type { IfNameTaken } from './name-field.tsx';

interface NameTakenProps {
  readonly name: string;
  readonly onAnswer: (answer: IfNameTaken) => void;
  readonly onCancel: () => void;
}

export function NameTaken({ name, onAnswer, onCancel }: NameTakenProps) {
  const { photo: words, common } = useStrings();
  return (
    <section
      className={styles.taken}
      aria-label={words.nameTaken(name)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <p role="status">{words.nameTaken(name)}</p>
      {/* The answer that is nearly always right is one key away. */}
      <Button tone="primary" autoFocus onClick={() => onAnswer('merge')}>
        {words.samePerson(name)}
      </Button>
      <Button onClick={() => onAnswer('another')}>{words.anotherPerson(name)}</Button>
      <Button tone="quiet" onClick={onCancel}>
        {common.cancel}
      </Button>
    </section>
  );
}
