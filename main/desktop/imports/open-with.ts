/**
 * Files and folders that Kindred is opened with: given on the command line, to a second start, or by the system (a file
 * dropped on the application's icon). Those that come before the library is open wait for it.
 */
import { existsSync } from 'node:fs';
import { app } from 'electron';
import { z } from 'zod';
import { existingPaths, splitArguments } from './arguments.ts';

/** Several files dropped at once come one after the other; they are one import, ms. */
const TOGETHER = 100;

/** What a second start tells the first: its own arguments may come in any order, and its folder is another. */
const SecondStart = z.object({ paths: z.array(z.string().min(1).max(4096)) });
type SecondStart = z.infer<typeof SecondStart>;

/** How this Kindred was started. */
export const commandLine = splitArguments(process.argv, process.defaultApp === true);

/** For requestSingleInstanceLock. */
export const thisStart = (): SecondStart => ({
  paths: [...existingPaths(commandLine.given, process.cwd(), existsSync)],
});

/**
 * Call before the application is ready: the system tells the first files even earlier.
 *
 * @param onSecondStart whatever it was given, the user wants to see the window
 * @returns             to be called when the library is open, with what then imports
 */
export function collectOpened(onSecondStart: () => void): (start: (paths: string[]) => void) => void {
  let waiting = [...thisStart().paths];
  let start: ((paths: string[]) => void) | null = null;
  let timer: NodeJS.Timeout | undefined;
  const work = (): void => {
    if (!start || waiting.length === 0) return;
    const paths = waiting;
    waiting = [];
    start(paths);
  };
  const add = (paths: readonly string[]): void => {
    waiting.push(...paths);
    clearTimeout(timer);
    timer = setTimeout(work, TOGETHER);
  };
  app.on('open-file', (event, path) => {
    event.preventDefault();
    add([path]);
  });
  app.on('second-instance', (_event, _argv, _folder, told) => {
    onSecondStart();
    add(SecondStart.safeParse(told).data?.paths ?? []);
  });
  return (begin) => {
    start = begin;
    work();
  };
}
