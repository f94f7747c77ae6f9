/** A contestant as the bench sees it: a process of its own that is shown decoded photos, one at a time. */
import { fork } from 'node:child_process';
import type { RgbImage } from '../../../main/engine/pixels/image.ts';
import { type FromContestant, fromContestant, type Sighting, type ToContestant } from './messages.ts';

export interface Contestant {
  readonly name: string;
  /** What runs its models, in words. */
  readonly backend: string;
  /** @throws Error when it refuses the photo, or ends over it */
  see(photo: RgbImage): Promise<Sighting>;
  leave(): void;
}

/**
 * @param entry module that calls contend()
 * @throws Error when the contestant cannot load its models
 */
export async function invite(name: string, entry: URL, args: readonly string[] = []): Promise<Contestant> {
  const child = fork(entry, args, {
    serialization: 'advanced',
    // What libraries print about themselves is not the bench's result.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let waiting = Promise.withResolvers<FromContestant>();
  child.on('message', (message) => waiting.resolve(fromContestant.parse(message)));
  child.on('exit', (code, signal) => waiting.reject(new Error(`${name} ended: ${signal ?? code}.`)));

  const answer = async <Type extends 'ready' | 'seen'>(type: Type) => {
    const message = await waiting.promise;
    waiting = Promise.withResolvers();
    if (message.type === 'failed') throw new Error(`${name}: ${message.message}`);
    if (message.type !== type) throw new Error(`${name} said ${message.type} instead of ${type}.`);
    return message as Extract<FromContestant, { type: Type }>;
  };
  const { backend } = await answer('ready');
  return {
    name,
    backend,
    async see(photo) {
      const question: ToContestant = { photo };
      child.send(question);
      return (await answer('seen')).sighting;
    },
    leave: () => {
      child.removeAllListeners('exit');
      child.disconnect();
    },
  };
}
