/** `app`: the application's life, from its start to its end, in the order Electron keeps. */
import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { emitCancellable } from './cancellable.ts';
import { CommandLine } from './command-line.ts';
import { Paths } from './paths.ts';
import { SingleInstance } from './single-instance.ts';
import { windows } from './windows.ts';

/** What takes the place of the Electron executable. */
const STAND_IN = join(import.meta.dirname, '../electron');

export interface ApplicationFacts {
  readonly folder: string;
  readonly name: string;
  readonly version: string;
}

class App
  extends EventEmitter
  implements
    Pick<
      Electron.App,
      | 'exit'
      | 'getAppPath'
      | 'getLocale'
      | 'getName'
      | 'getPath'
      | 'getVersion'
      | 'hasSingleInstanceLock'
      | 'isPackaged'
      | 'isReady'
      | 'name'
      | 'quit'
      | 'relaunch'
      | 'releaseSingleInstanceLock'
      | 'requestSingleInstanceLock'
      | 'setAboutPanelOptions'
      | 'setAppUserModelId'
      | 'setName'
      | 'setPath'
      | 'showAboutPanel'
      | 'whenReady'
    >
{
  name = 'Electron';
  readonly isPackaged = false;
  readonly commandLine = new CommandLine(process.argv.slice(1));
  readonly #paths = new Paths();
  readonly #ready = Promise.withResolvers<void>();
  #isReady = false;
  #facts: ApplicationFacts = { folder: process.cwd(), name: this.name, version: '0.0.0' };
  #instance: SingleInstance | null = null;
  /** Asked to end, and nobody has objected yet. */
  #quitting = false;
  #ending = false;

  // Plain functions, so that they may be taken off and replaced, as Playwright does with whenReady.
  readonly whenReady = (): Promise<void> => this.#ready.promise;
  readonly isReady = (): boolean => this.#isReady;

  /** @internal before the application's code runs */
  describe(facts: ApplicationFacts): void {
    this.#facts = facts;
    this.name = facts.name;
    if (this.commandLine.hasSwitch('user-data-dir')) {
      this.#paths.set('userData', this.commandLine.getSwitchValue('user-data-dir'));
    }
  }

  /** @internal once Chromium runs and the application's module has been evaluated */
  becomeReady(): void {
    this.#isReady = true;
    this.emit('ready', {});
    this.#ready.resolve();
  }

  /** @internal it is ending already, perhaps before it was ready: a second start does */
  get isEnding(): boolean {
    return this.#ending;
  }

  getName(): string {
    return this.name;
  }

  setName(name: string): void {
    this.name = name;
  }

  getVersion(): string {
    return this.#facts.version;
  }

  getAppPath(): string {
    return this.#facts.folder;
  }

  getLocale(): string {
    return this.commandLine.getSwitchValue('lang') || 'en-US';
  }

  getPath(name: string): string {
    return this.#paths.get(name, this.name);
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }

  /** Means something on Windows only. */
  setAppUserModelId(): void {}

  /** There is no panel here; a test that cares takes the function's place. */
  setAboutPanelOptions(): void {}

  showAboutPanel(): void {}

  requestSingleInstanceLock(data?: Record<PropertyKey, unknown>): boolean {
    this.#instance ??= new SingleInstance(this.getPath('userData'));
    return this.#instance.request({ argv: process.argv, cwd: process.cwd(), data }, async (second) => {
      await this.#ready.promise;
      this.emit('second-instance', {}, second.argv, second.cwd, second.data);
    });
  }

  hasSingleInstanceLock(): boolean {
    return this.#instance?.held ?? false;
  }

  releaseSingleInstanceLock(): void {
    this.#instance?.release();
  }

  /** Asks everybody: before-quit, every window, will-quit. Any of them may say no. */
  quit(): void {
    if (this.#quitting || !emitCancellable(this, 'before-quit', {})) return;
    this.#quitting = true;
    if (windows.size === 0) this.#finish();
    for (const window of [...windows]) window.close();
  }

  /** @internal a window has said no to its closing */
  closeRefused(): void {
    this.#quitting = false;
  }

  /** @internal */
  lastWindowClosed(): void {
    if (this.#ending) return;
    if (this.#quitting) this.#finish();
    else if (!this.emit('window-all-closed')) this.quit();
  }

  #finish(): void {
    if (!emitCancellable(this, 'will-quit', {})) {
      this.#quitting = false;
      return;
    }
    this.emit('quit', {}, 0);
    void this.#end(0);
  }

  /** When this one has ended, as often as it was asked for. */
  relaunch({ args = process.argv.slice(1), execPath = STAND_IN }: Electron.RelaunchOptions = {}): void {
    process.once('exit', () => spawn(execPath, args, { detached: true, stdio: 'ignore' }).unref());
  }

  /** Asks nobody. */
  exit(code = 0): void {
    this.emit('quit', {}, code);
    void this.#end(code);
  }

  /** At once, as Electron: what the application has not waited for by holding up will-quit does not happen any more. */
  async #end(code: number): Promise<void> {
    if (this.#ending) return;
    this.#ending = true;
    if (this.#instance?.held === false) await this.#instance.told();
    this.#instance?.release();
    // Chromium and the utility processes see that we are gone, and end.
    process.exit(code);
  }
}

export const app = new App();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
