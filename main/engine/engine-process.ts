/**
 * An engine process as main sees it: something that takes messages, gives messages, and ends. child_process.fork is the
 * way outside Electron; the desktop shell brings its own over utilityProcess.fork.
 */

import { fork } from 'node:child_process';
import type { ToEngine } from './protocol.ts';

export interface EngineProcess {
  readonly pid: number;
  post(message: ToEngine): void;
  onMessage(received: (message: unknown) => void): void;
  /** @param ended how it ended in words, e.g. `signal SIGSEGV` */
  onEnd(ended: (how: string) => void): void;
  /** Ends it now, whatever it does. */
  kill(): void;
}

/** Starts a process that runs the module at `entry`. */
export type Fork = (entry: URL) => EngineProcess;

/** What a process wrote to stderr at last, enough for the message of the error that ended it. */
const LAST_WORDS = 8_000;

export const forkNode: Fork = (entry) => {
  const child = fork(entry, {
    serialization: 'advanced',
    execArgv: [],
    // Its stdout must not mix with ours, which may be one JSON document; decoders complain of every damaged file on
    // stderr, which says nothing unless the process ends of it.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let words = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-LAST_WORDS);
  });
  return {
    // Undefined when the process could not be created; 'error' then says why.
    pid: child.pid ?? 0,
    // A message to a process that has just died is no error here: onEnd tells it.
    post: (message) => void child.send(message, () => undefined),
    onMessage: (received) => void child.on('message', received),
    onEnd(ended) {
      // 'close' comes after 'exit', when stderr has been read to its end.
      child.once('close', (code, signal) => {
        const reason = /^\w*Error\b.*$/m.exec(words)?.[0];
        ended([signal ? `signal ${signal}` : `exit code ${code}`, reason].filter(Boolean).join(', '));
      });
      child.once('error', (error) => ended(error.message));
    },
    kill: () => void child.kill('SIGKILL'),
  };
};
