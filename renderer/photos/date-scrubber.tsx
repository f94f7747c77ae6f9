/** The years beside the grid: drag or press to go to a date; the arrow keys go month by month. */
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { useStrings } from '../strings/strings.ts';
import { type DateMark, markAt, yearsWithRoom } from './date-marks.ts';
import styles from './date-scrubber.module.css';
import { dayName } from './day-name.ts';

interface DateScrubberProps {
  readonly marks: readonly DateMark[];
  /** Height of the whole grid and of what is seen of it, px. */
  readonly total: number;
  readonly seen: number;
  /** Where the grid is, px. */
  readonly top: number;
  readonly onScrub: (top: number) => void;
}

/** Labels of years are at least so far apart, px. */
const LABEL_ROOM = 22;

export function DateScrubber({ marks, total, seen, top, onScrub }: DateScrubberProps) {
  const strings = useStrings();
  const [isHeld, setIsHeld] = useState(false);
  const most = Math.max(1, total - seen);
  const share = Math.min(1, Math.max(0, top / most));
  const here = markAt(marks, top + 1);
  if (total <= seen || marks.length < 2) return null;

  const scrubTo = (event: PointerEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    onScrub(Math.min(1, Math.max(0, (event.clientY - box.top) / box.height)) * most);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = here ? marks.indexOf(here) : 0;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 12,
      PageUp: -12,
      Home: -1e9,
      End: 1e9,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onScrub(marks[Math.min(marks.length - 1, Math.max(0, at + step))]?.top ?? 0);
  };

  return (
    <div
      className={styles.track}
      data-held={isHeld || undefined}
      role="slider"
      tabIndex={0}
      aria-label={strings.photos.scrubber}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
      aria-valuetext={here && dayName(here.month, strings)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setIsHeld(true);
        scrubTo(event);
      }}
      onPointerMove={(event) => isHeld && scrubTo(event)}
      onLostPointerCapture={() => setIsHeld(false)}
    >
      {yearsWithRoom(marks, seen / total, LABEL_ROOM).map((mark) => (
        <span key={mark.month} className={styles.year} style={{ top: `${(mark.top / total) * 100}%` }} aria-hidden>
          {mark.month.slice(0, 4)}
        </span>
      ))}
      <span className={styles.thumb} style={{ top: `${share * 100}%` }} aria-hidden>
        <span className={styles.bubble}>{here && dayName(here.month, strings)}</span>
      </span>
    </div>
  );
}
