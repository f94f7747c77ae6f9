/** The day, month or year that the photos below it were taken, and a button that selects them all. */
import { Check } from 'lucide-react';
import { useStrings } from '../strings/strings.ts';
import styles from './day-heading.module.css';
import { dayName } from './day-name.ts';
import type { Heading } from './justified-layout.ts';

interface DayHeadingProps {
  readonly heading: Heading;
  /** px from the top of the grid. */
  readonly top: number;
  readonly isSelected: boolean;
  readonly isSelecting: boolean;
  readonly onSelect: (first: number, end: number) => void;
}

export function DayHeading({ heading, top, isSelected, isSelecting, onSelect }: DayHeadingProps) {
  const strings = useStrings();
  const { day, first, count, height } = heading;
  const name = dayName(day, strings);
  return (
    <h2 className={styles.heading} style={{ top, height }}>
      <button
        type="button"
        tabIndex={-1}
        aria-label={isSelected ? strings.common.deselect(name) : strings.common.select(name)}
        aria-pressed={isSelected}
        className={styles.check}
        data-shown={isSelecting || undefined}
        onClick={() => onSelect(first, first + count)}
      >
        <Check aria-hidden />
      </button>
      {name}
      <small>{strings.count.photos(count)}</small>
    </h2>
  );
}
