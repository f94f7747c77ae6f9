/** `utilityProcess`: a Node process with a line to main, as a plain child process. */
import { fork, type Serializable } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { app } from './app.ts';

const RESOLVE = new URL('../resolve-electron.ts', import.meta.url).href;
const PARENT_PORT = new URL('../utility/parent-port.ts', import.meta.url).href;

class UtilityProcess extends EventEmitter {
  readonly #child;

  constructor(path: string, args: readonly string[], { env, execArgv = [], cwd }: Electron.ForkOptions) {
    super();
    const child = fork(path, args, {
      execArgv: [...execArgv, '--disable-warning=ExperimentalWarning', '--import', RESOLVE, '--import', PARENT_PORT],
      env: { ...(env ?? process.env), ELECTRON_HOST_UTILITY: '1' },
      ...(cwd === undefined ? {} : { cwd }),
      // Structured clones, as Electron sends them.
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.#child = child;
    child.once('spawn', () => this.emit('spawn'));
    child.on('message', (message) => this.emit('message', message));
    child.once('exit', (code) => this.emit('exit', code ?? 1));
  }

  get pid(): number | undefined {
    return this.#child.exitCode === null && this.#child.signalCode === null ? this.#child.pid : undefined;
  }

  postMessage(message: Serializable, transfer: readonly unknown[] = []): void {
    if (transfer.length > 0) throw new Error('UtilityProcess.postMessage: the stand-in has no message ports');
    // To a process that has just ended it is lost, as in Electron; 'exit' tells of the end.
    this.#child.send(message, () => undefined);
  }

  kill(): boolean {
    return this.#child.kill();
  }
}

export const utilityProcess = {
  fork(path: string, args: readonly string[] = [], options: Electron.ForkOptions = {}): UtilityProcess {
    if (!app.isReady()) throw new Error('utilityProcess cannot be created before app is ready');
    return new UtilityProcess(path, args, options);
  },
};
