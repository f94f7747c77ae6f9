/**
 * The jobs that wait for a process: two lanes, and a place apart for jobs that have ended one. Not p-queue: a job goes
 * back to the head of its lane when its process ends under it, and a suspect may only go to a process that is idle; a
 * queue of closures knows neither.
 */
import type { Job } from './job.ts';

export class JobQueue {
  readonly #suspects: Job[] = [];
  readonly #lanes = { interactive: [] as Job[], bulk: [] as Job[] };

  add(job: Job): void {
    this.#lanes[job.lane].push(job);
  }

  /** Back to where it came from, before all that came later. */
  putBack(job: Job): void {
    if (job.strikes > 0) this.#suspects.push(job);
    else this.#lanes[job.lane].unshift(job);
  }

  /**
   * The next job that still has a caller.
   *
   * @param idle whether the process that would take it has nothing else to do; only then may it get a suspect
   */
  next(idle: boolean): Job | null {
    const waiting = idle
      ? [this.#suspects, this.#lanes.interactive, this.#lanes.bulk]
      : [this.#lanes.interactive, this.#lanes.bulk];
    for (const lane of waiting) {
      for (let job = lane.shift(); job; job = lane.shift()) {
        if (!job.settled) return job;
      }
    }
    return null;
  }

  /** Takes out everything that waits. */
  drain(): Job[] {
    return [this.#suspects, this.#lanes.interactive, this.#lanes.bulk].flatMap((lane) => lane.splice(0));
  }
}
