/** Electron's command line: which application, which files before it, and Chromium's switches. */

interface ParsedCommandLine {
  /** Path as it was given; null when none was. */
  readonly application: string | null;
  /** Files of -r, to be loaded before the application. */
  readonly required: readonly string[];
  /** Port for Node's inspector; null when it was not asked for. */
  readonly inspect: number | null;
}

/** The first argument that is no option is the application; what follows it is the application's own. */
export function parseCommandLine(args: readonly string[]): ParsedCommandLine {
  const required: string[] = [];
  let inspect: number | null = null;
  let application: string | null = null;
  for (let i = 0; i < args.length && application === null; i++) {
    const arg = args[i] ?? '';
    if (arg === '-r' || arg === '--require') required.push(args[++i] ?? '');
    else if (/^--inspect(=|$)/.test(arg)) inspect = Number(arg.split('=')[1] ?? 9229);
    else if (!arg.startsWith('-')) application = arg;
  }
  return { application, required, inspect };
}

/** `app.commandLine`: switches wherever they stand, with what the application adds to them. */
export class CommandLine implements Pick<Electron.CommandLine, 'appendSwitch' | 'hasSwitch' | 'getSwitchValue'> {
  readonly #switches = new Map<string, string>();

  constructor(args: readonly string[]) {
    for (const arg of args) {
      const [, name, value] = /^--([^=]+)=?(.*)$/.exec(arg) ?? [];
      if (name !== undefined) this.#switches.set(name, value ?? '');
    }
  }

  appendSwitch(name: string, value = ''): void {
    this.#switches.set(name, value);
  }

  hasSwitch(name: string): boolean {
    return this.#switches.has(name);
  }

  getSwitchValue(name: string): string {
    return this.#switches.get(name) ?? '';
  }
}
