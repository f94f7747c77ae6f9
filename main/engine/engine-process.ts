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

export const forkNode: Fork = (entry) => {
  const child = fork(entry, {
    serialization: 'advanced',
    execArgv: [],
    // Its stdout must not mix with ours, which may be one JSON document; what native code prints goes to stderr.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return {
    // Undefined when the process could not be created; 'error' then says why.
    pid: child.pid ?? 0,
    // A message to a process that has just died is no error here: onEnd tells it.
    post: (message) => void child.send(message, () => undefined),
    onMessage: (received) => void child.on('message', received),
    onEnd(ended) {
      child.once('exit', (code, signal) => ended(signal ? `signal ${signal}` : `exit code ${code}`));
      child.once('error', (error) => ended(error.message));
    },
    kill: () => void child.kill('SIGKILL'),
  };
};
