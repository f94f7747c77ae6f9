/** The command line: what the user gives Kindred to open, told apart from switches and from how Electron was started. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Arguments {
  /** What starts the same Kindred again, without what it was given to open. */
  readonly start: readonly string[];
  /** Files and folders, as they were given. */
  readonly given: readonly string[];
}

/**
 * @param argv         process.argv, the program first
 * @param isDefaultApp Electron was given the application by its folder: process.defaultApp
 */
export function splitArguments(argv: readonly string[], isDefaultApp: boolean): Arguments {
  const start: string[] = [];
  const given: string[] = [];
  let isAppAhead = isDefaultApp;
  let noMoreSwitches = false;
  const args = argv.slice(1).values();
  for (const arg of args) {
    if (arg === '--' && !noMoreSwitches) noMoreSwitches = true;
    else if (isAppAhead && (arg === '-r' || arg === '--require')) start.push(arg, args.next().value ?? '');
    else if (arg.startsWith('-') && !noMoreSwitches) start.push(arg);
    else if (isAppAhead) {
      isAppAhead = false;
      start.push(arg);
    } else given.push(arg);
  }
  return { start, given };
}

/** @returns absolute paths of what is there; Linux desktops give files by their URL */
export function existingPaths(
  given: readonly string[],
  folder: string,
  exists: (path: string) => boolean,
): readonly string[] {
  return given
    .map((arg) => (arg.startsWith('file:') ? pathOfUrl(arg) : resolve(folder, arg)))
    .filter((path) => path !== null)
    .filter((path) => exists(path));
}

function pathOfUrl(url: string): string | null {
  try {
    return fileURLToPath(url);
  } catch {
    return null;
  }
}

/** Starts the same Kindred on another library. */
export const argumentsFor = (data: string, start: readonly string[]): string[] => [
  ...start.filter((arg) => !arg.startsWith('--data=')),
  `--data=${data}`,
];
