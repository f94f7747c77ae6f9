/** How much the API is called, as it happens: a bar a second for the last minute, and what that comes to. */
import { useEffect, useState } from 'react';
import type { Result } from '../../preload/contract.ts';
import { call } from '../bridge.ts';
import { useStrings } from '../strings/strings.ts';
import styles from './call-rate.module.css';

type Seconds = Result<'api.lastMinute'>['seconds'];

/** Ms. */
const EVERY = 1000;
/** Of the picture, in units of its own; a second is four of them wide. */
const HEIGHT = 40;
const WIDTH = 4;
/** A single call in a minute is not a wall. */
const LEAST_SCALE = 4;

export function CallRate() {
  const { api: words } = useStrings();
  const [seconds, setSeconds] = useState<Seconds>([]);
  useEffect(() => {
    let isOver = false;
    const read = (): void =>
      // What fails here fails every second; the switch above tells whether the API answers.
      void call('api.lastMinute', {}).then(
        (answer) => isOver || setSeconds(answer.seconds),
        () => undefined,
      );
    read();
    const timer = setInterval(read, EVERY);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, []);
  const calls = seconds.reduce((sum, second) => sum + second.calls, 0);
  const failed = seconds.reduce((sum, second) => sum + second.failed, 0);
  const scale = HEIGHT / Math.max(LEAST_SCALE, ...seconds.map((second) => second.calls));
  return (
    <div className={styles.rate}>
      <dl>
        <div>
          <dt>{words.callsPerMinute}</dt>
          <dd>{words.callCount(calls)}</dd>
        </div>
        <div data-failed={failed > 0 || undefined}>
          <dt>{words.failedShare}</dt>
          <dd>{words.share(calls === 0 ? 0 : failed / calls)}</dd>
        </div>
      </dl>
      <svg viewBox={`0 0 ${seconds.length * WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
        {seconds.map((second, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a place in the minute is what a bar is.
          <g key={i} transform={`translate(${i * WIDTH} 0)`}>
            <rect
              className={styles.calls}
              width={WIDTH - 1}
              height={second.calls * scale}
              y={HEIGHT - second.calls * scale}
            />
            <rect
              className={styles.failed}
              width={WIDTH - 1}
              height={second.failed * scale}
              y={HEIGHT - second.failed * scale}
            />
          </g>
        ))}
      </svg>
    </div>
  );
}
