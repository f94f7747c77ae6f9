/** How sure something is: as long as it is sure, with its percent. */
import { useStrings } from '../strings/strings.ts';
import styles from './confidence-bar.module.css';
import { levelOf } from './confidence-words.ts';

export function ConfidenceBar({ confidence }: { readonly confidence: number }) {
  const { photo } = useStrings();
  const percent = Math.floor(confidence * 100);
  return (
    <span className={styles.row} data-level={levelOf(confidence)}>
      {/* The percent beside it says the same. */}
      <span className={styles.bar} aria-hidden>
        <span style={{ width: `${percent}%` }} />
      </span>
      <span className={styles.percent}>{photo.percent(confidence)}</span>
    </span>
  );
}
