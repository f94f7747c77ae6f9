/**
 * The line of a process to main, which started it: Electron's `process.parentPort` in a utility process, `process.send` in
 * a forked one. Everything above it knows only `post` and `listen`.
 */
import process from 'node:process';
import { type FromEngine, type ToEngine, toEngine } from './protocol.ts';

export interface Port {
  post(message: FromEngine): void;
  /** @param closed called once when main is gone */
  listen(received: (message: ToEngine) => void, closed: () => void): void;
}

/** The same before anybody has said what is talked about. */
interface Line {
  post(message: object): void;
  listen(received: (message: unknown) => void, closed: () => void): void;
}

/** The part of Electron's ParentPort that is used; declared here because the engine must not import `electron`. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

/** The engine process's line. @throws Error when this process was not forked by anyone */
export function openPort(): Port {
  const line = openLine();
  return {
    post: (message) => line.post(message),
    listen: (received, closed) => line.listen((message) => received(toEngine.parse(message)), closed),
  };
}

/** @throws Error when this process was not forked by anyone */
export function openLine(): Line {
  // Set by Electron in utility processes only; @types/node does not know it.
  const { parentPort } = process as { parentPort?: ParentPort };
  if (parentPort) {
    return {
      post: (message) => parentPort.postMessage(message),
      // A utility process ends with its parent; nothing tells it before.
      listen: (received) => parentPort.on('message', ({ data }) => received(data)),
    };
  }
  const send = process.send?.bind(process);
  if (!send) throw new Error('This process is started by Kindred, not by hand.');
  return {
    post: (message) => void send(message),
    listen(received, closed) {
      process.on('message', received);
      process.on('disconnect', closed);
    },
  };
}
