/**
 * How long the event loop is kept from its next turn. On the clock that is what a user would feel on this machine at this
 * moment; on a busy one most of it is waiting for a core that other programs have, so that part is told apart.
 */
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';

export interface LongestTurn {
  /** On the clock. */
  readonly pauseMs: number;
  /** Without the waiting for a core: own work and waiting for the disk. Null where the system does not tell. */
  readonly ownMs: number | null;
}

/** @returns call it to stop watching */
export function watchTurns(): () => LongestTurn {
  const pauses = monitorEventLoopDelay({ resolution: 1 });
  pauses.enable();
  let [since, waited] = [performance.now(), waitedForCore()];
  let ownMs = 0;
  const timer = setInterval(() => {
    const [now, waitedNow] = [performance.now(), waitedForCore()];
    ownMs = Math.max(ownMs, now - since - (waitedNow - waited));
    [since, waited] = [now, waitedNow];
  }, 1);
  return () => {
    clearInterval(timer);
    pauses.disable();
    return { pauseMs: pauses.max / 1e6, ownMs: Number.isNaN(ownMs) ? null : ownMs };
  };
}

/** How long the main thread has been ready to run without running so far, ms; NaN where the system does not tell. */
function waitedForCore(): number {
  if (process.platform !== 'linux') return Number.NaN;
  return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / 1e6;
}
