/** How small a face may be and still be grouped and suggested, and how many faces that leaves out. */
import { useEffect, useId, useState } from 'react';
import type { Result } from '../../preload/contract.ts';
import { call } from '../bridge.ts';
import { attempt } from '../changes/attempt.ts';
import { useStrings } from '../strings/strings.ts';
import styles from './naming-threshold.module.css';
import { setSettings } from './settings-store.ts';

/** Px. Faces of more are large enough for anything. */
const [MOST, STEP] = [120, 4];

export function SmallestFace({ from }: { readonly from: number }) {
  const { settings: words } = useStrings();
  const id = useId();
  /** Where the knob is while it is moved. */
  const [moved, setMoved] = useState<number | null>(null);
  const [found, setFound] = useState<Result<'recognition.small'> | null>(null);
  const drawn = moved ?? from;
  useEffect(() => {
    let isLate = false;
    void attempt(() => call('recognition.small', { below: drawn })).then((answer) => isLate || setFound(answer));
    return () => {
      isLate = true;
    };
  }, [drawn]);
  const keep = async (): Promise<void> => {
    if (drawn !== from) await setSettings({ recognition: { smallestFace: drawn } });
    // Unless it has been moved on meanwhile.
    setMoved((now) => (now === drawn ? null : now));
  };
  const value = drawn === 0 ? words.anySize : words.pixels(drawn);
  return (
    <div className={styles.threshold}>
      <label htmlFor={id}>{words.smallestFace}</label>
      <div className={styles.line}>
        <span aria-hidden>{words.anySize}</span>
        <input
          id={id}
          type="range"
          min={0}
          max={Math.max(MOST, from)}
          step={STEP}
          value={drawn}
          aria-valuetext={value}
          onChange={(event) => setMoved(Number(event.target.value))}
          onPointerUp={() => void keep()}
          onKeyUp={() => void keep()}
          onBlur={() => void keep()}
        />
        <span aria-hidden>{words.onlyLarge}</span>
        <output htmlFor={id}>{value}</output>
      </div>
      <p>
        {words.smallestFaceHint} {found && drawn > 0 && words.smallFaces(found.smaller, found.faces)}
      </p>
    </div>
  );
}
