/** A contestant's side of the line: load the models, then look at one photo after another and say how long it took. */
import process from 'node:process';
import type { RgbImage } from '../../../main/engine/pixels/image.ts';
import { type FoundFace, type FromContestant, toContestant } from './messages.ts';

export interface Eye {
  /** What runs the models, in words. */
  readonly backend: string;
  /** Every face of the photo with landmarks, age, gender and embedding. */
  see(photo: RgbImage): Promise<readonly FoundFace[]>;
}

const post = (message: FromContestant): void => void process.send?.(message);
const failed = (error: unknown): void =>
  post({ type: 'failed', message: error instanceof Error ? error.message : String(error) });

/** Answers the bench until it hangs up. */
export async function contend(load: () => Promise<Eye>): Promise<void> {
  process.on('disconnect', () => process.exit(0));
  try {
    const eye = await load();
    process.on('message', (message) => void answer(eye, toContestant.parse(message).photo).catch(failed));
    post({ type: 'ready', backend: eye.backend });
  } catch (error: unknown) {
    failed(error);
  }
}

async function answer(eye: Eye, photo: RgbImage): Promise<void> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const faces = await eye.see(photo);
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  post({ type: 'seen', sighting: { faces, ms, cpuMs: (user + system) / 1000 } });
}
