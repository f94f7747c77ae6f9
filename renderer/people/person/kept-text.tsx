/** A text that is kept by itself, a moment after the last key or when it is left. */
import { useEffect, useId, useRef, useState } from 'react';
import { attempt } from '../../changes/attempt.ts';
import { useStrings } from '../../strings/strings.ts';
import styles from './person-about.module.css';

interface KeptTextProps {
  readonly label: string;
  readonly hint: string;
  /** As it is kept now. */
  readonly text: string;
  readonly keep: (text: string) => Promise<unknown>;
}

/** ms without a key. */
const PAUSE = 900;

export function KeptText({ label, hint, text, keep }: KeptTextProps) {
  const { people: words } = useStrings();
  const id = useId();
  /** What is typed; null for what is kept. */
  const [edited, setEdited] = useState<string | null>(null);
  /** The last that has been kept from here; null when nothing has. */
  const [kept, setKept] = useState<string | null>(null);
  /** Before main tells it back, what is kept is newer than what is told. */
  const [isTold, setIsTold] = useState(true);
  const isKept = edited === null || edited === (isTold ? text : kept);
  useEffect(() => {
    if (kept !== text) return;
    setIsTold(true);
    // From here on whatever changes it elsewhere shows.
    setEdited((now) => (now === text ? null : now));
  }, [kept, text]);
  const save = async (): Promise<void> => {
    if (isKept) return;
    if ((await attempt(() => keep(edited))) === null) return;
    setKept(edited);
    setIsTold(false);
  };
  const latest = useRef(save);
  latest.current = save;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every key begins another pause.
  useEffect(() => {
    if (isKept) return;
    const timer = setTimeout(() => void latest.current(), PAUSE);
    return () => clearTimeout(timer);
  }, [edited, isKept]);
  // Whoever leaves the page does not lose what they typed.
  useEffect(() => () => void latest.current(), []);
  return (
    <section className={styles.text}>
      <header>
        <label htmlFor={id}>{label}</label>
        <p role="status">{isKept ? (kept === null ? '' : words.saved) : words.saving}</p>
      </header>
      <textarea
        id={id}
        rows={5}
        maxLength={65_536}
        aria-describedby={`${id}-hint`}
        value={edited ?? text}
        onChange={(event) => setEdited(event.target.value)}
        onBlur={() => void save()}
      />
      <p id={`${id}-hint`}>{hint}</p>
    </section>
  );
}
