/** Inside a utility process: `process.parentPort`, over the child process's own line. */
import { EventEmitter } from 'node:events';

const parentPort = Object.assign(new EventEmitter(), {
  postMessage: (message: unknown): void => void process.send?.(message),
});
process.on('message', (data) => parentPort.emit('message', { data, ports: [] }));
// A utility process ends with its parent.
process.once('disconnect', () => process.exit());
Object.assign(process, { parentPort, type: 'utility' });
Object.defineProperty(process.versions, 'electron', { value: '0.0.0-host', enumerable: true });
