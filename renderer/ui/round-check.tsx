/** The round box in a corner of a tile: shown under the mouse, or on all tiles as soon as one is selected. */
import { useStrings } from '../strings/strings.ts';
import styles from './round-check.module.css';

interface RoundCheckProps {
  /** What is selected by it. */
  readonly of: string;
  readonly isSelected: boolean;
  /** Something is selected: all of these boxes are in sight. */
  readonly isShown: boolean;
  /** One more or less, or everything from the last one on. */
  readonly onSelect: (by: 'toggle' | 'extend') => void;
  /** Where in the tile it stands: it is placed, not laid out. */
  readonly className: string | undefined;
}

export function RoundCheck({ of, isSelected, isShown, onSelect, className }: RoundCheckProps) {
  const { common } = useStrings();
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`${styles.check} ${className}`}
      aria-label={isSelected ? common.deselect(of) : common.select(of)}
      data-selected={isSelected || undefined}
      data-shown={isShown || undefined}
      onClick={(event) => onSelect(event.shiftKey ? 'extend' : 'toggle')}
    />
  );
}
