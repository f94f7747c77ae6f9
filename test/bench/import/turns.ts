/**
 * How long the event loop is kept from its next turn. A pause on the clock is what a user would feel on this machine; on
 * a busy one it is mostly other programs' work, so the processor time that the thread itself used is told as well.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';

export interface LongestTurn {
  /** On the clock. */
  readonly pauseMs: number;
  /** Processor time of the event loop's own thread. */
  readonly workMs: number;
}

/** @returns call it to stop watching */
export function watchTurns(): () => LongestTurn {
  const pauses = monitorEventLoopDelay({ resolution: 1 });
  pauses.enable();
  let before = process.threadCpuUsage();
  let workMs = 0;
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(before);
    workMs = Math.max(workMs, (user + system) / 1000);
    before = process.threadCpuUsage();
  }, 1);
  return () => {
    clearInterval(timer);
    pauses.disable();
    return { pauseMs: pauses.max / 1e6, workMs };
  };
}
