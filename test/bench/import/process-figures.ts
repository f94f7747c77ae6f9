/** What a process has used so far, as Linux tells it; null where the system does not. */
import { readFileSync } from 'node:fs';
import process from 'node:process';

export interface ProcessFigures {
  /** Largest resident size so far, MiB. */
  readonly peakMiB: number | null;
  /** Processor time of all its threads so far, s. */
  readonly cpuSeconds: number | null;
}

/** Linux counts processor time in these; it is 100 a second on every architecture Node runs on. */
const TICKS_PER_SECOND = 100;

export function processFigures(pid: number): ProcessFigures {
  if (process.platform !== 'linux') return { peakMiB: null, cpuSeconds: null };
  const peak = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  // The name of the program stands in parentheses and may hold anything; utime and stime are fields 14 and 15.
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return {
    peakMiB: peak === undefined ? null : Number(peak) / 1024,
    cpuSeconds: ((user ?? Number.NaN) + (system ?? Number.NaN)) / TICKS_PER_SECOND,
  };
}

/** The difference of two readings in processor time; null where the system does not tell. */
export const cpuBetween = (before: ProcessFigures, after: ProcessFigures): number | null =>
  before.cpuSeconds === null || after.cpuSeconds === null ? null : after.cpuSeconds - before.cpuSeconds;
