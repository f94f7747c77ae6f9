/** Electron's way to start an engine process: a utility process, which has Node but no window. */
import { fileURLToPath } from 'node:url';
import { utilityProcess } from 'electron';
import type { Fork } from '../engine/engine-process.ts';

export const forkUtility: Fork = (entry) => {
  const child = utilityProcess.fork(fileURLToPath(entry), [], { serviceName: 'Kindred engine' });
  let reason = '';
  // Electron throws here, in main, what nobody listens to.
  child.on('error', (type, location) => {
    reason = `, ${type} in ${location}`;
  });
  return {
    get pid() {
      return child.pid ?? 0;
    },
    post: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onEnd: (listener) => void child.once('exit', (code) => listener(`exit code ${code}${reason}`)),
    kill: () => void child.kill(),
  };
};
