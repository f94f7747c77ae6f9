/** How sure Kindred must be before it names a face by itself, and what that comes to. */
import { useId, useState } from 'react';
import { useStrings } from '../strings/strings.ts';
import styles from './naming-threshold.module.css';
import { setSettings } from './settings-store.ts';

/** Below the first, strangers would be named every day; above the last, hardly anybody. */
const [LEAST, MOST, STEP] = [0.6, 0.98, 0.02];

export function NamingThreshold({ from }: { readonly from: number }) {
  const { settings: words, photo } = useStrings();
  const id = useId();
  /** Where the knob is while it is moved. */
  const [moved, setMoved] = useState<number | null>(null);
  const drawn = moved ?? from;
  const share = photo.percent(drawn);
  const keep = async (): Promise<void> => {
    if (drawn !== from) await setSettings({ recognition: { automaticFrom: drawn } });
    // Unless it has been moved on meanwhile.
    setMoved((now) => (now === drawn ? null : now));
  };
  const meaning = words.thresholdMeaning(Number((10 ** (10 * drawn - 3)).toPrecision(1)));
  return (
    <div className={styles.threshold}>
      <label htmlFor={id}>{words.threshold}</label>
      <div className={styles.line}>
        <span aria-hidden>{words.moreNamed}</span>
        <input
          id={id}
          type="range"
          min={LEAST}
          max={MOST}
          step={STEP}
          value={drawn}
          aria-valuetext={`${share}. ${meaning}`}
          onChange={(event) => setMoved(Number(event.target.value))}
          onPointerUp={() => void keep()}
          onKeyUp={() => void keep()}
          onBlur={() => void keep()}
        />
        <span aria-hidden>{words.fewerWrong}</span>
        <output htmlFor={id}>{share}</output>
      </div>
      <p>{meaning}</p>
    </div>
  );
}
