/** How far something is; the browser's own bar, so that it needs no style of its own. */
import styles from './progress-bar.module.css';

interface ProgressBarProps {
  readonly label: string;
  readonly done: number;
  /** Null while nobody knows how much there is. */
  readonly total: number | null;
  readonly isStill?: boolean;
}

export function ProgressBar({ label, done, total, isStill = false }: ProgressBarProps) {
  return (
    <progress
      className={styles.bar}
      aria-label={label}
      value={total === null ? undefined : done}
      max={total === null ? undefined : Math.max(total, 1)}
      data-still={isStill || undefined}
    />
  );
}
