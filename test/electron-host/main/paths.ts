/** `app.getPath`: where an application may put and look for things. */
import { mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

const appData = (): string => {
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support');
  return process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config');
};

export class Paths {
  readonly #changed = new Map<string, string>();

  set(name: string, path: string): void {
    this.#changed.set(name, path);
  }

  /**
   * @param appName part of the application's own folders
   * @throws Error for a name that Electron (or this stand-in) does not know
   */
  get(name: string, appName: string): string {
    const path = this.#changed.get(name) ?? this.#usual(name, appName);
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    if (name === 'userData') mkdirSync(path, { recursive: true });
    return path;
  }

  #usual(name: string, appName: string): string | undefined {
    const home = homedir();
    const byName: Readonly<Record<string, () => string>> = {
      home: () => home,
      appData,
      userData: () => join(appData(), appName),
      sessionData: () => this.get('userData', appName),
      logs: () => join(this.get('userData', appName), 'logs'),
      temp: tmpdir,
      exe: () => process.execPath,
      desktop: () => join(home, 'Desktop'),
      documents: () => join(home, 'Documents'),
      downloads: () => join(home, 'Downloads'),
      pictures: () => join(home, 'Pictures'),
    };
    return byName[name]?.();
  }
}
