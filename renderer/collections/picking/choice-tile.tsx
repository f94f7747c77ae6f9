/** A picture to be chosen with others: pressed or not. */
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CardFocus } from '../cards/card-grid.tsx';
import styles from './choice-tile.module.css';

interface ChoiceTileProps {
  readonly label: string;
  readonly isChosen: boolean;
  /** Alone, or everything from the last one on. */
  readonly onChoose: (by: 'toggle' | 'extend') => void;
  readonly focus: CardFocus;
  /** The picture. */
  readonly children: ReactNode;
}

export function ChoiceTile({ label, isChosen, onChoose, focus, children }: ChoiceTileProps) {
  return (
    <button
      type="button"
      className={styles.tile}
      aria-label={label}
      aria-pressed={isChosen}
      onClick={(event) => onChoose(event.shiftKey ? 'extend' : 'toggle')}
      {...focus}
    >
      {children}
      <span className={styles.check}>
        <Check aria-hidden />
      </span>
    </button>
  );
}
