#!/usr/bin/env node
/** `kindred`: the command line. One file a command in commands/; this one only gathers them and turns errors into exit codes. */
import { Command, CommanderError } from 'commander';
import { VERSION } from '../version.ts';
import { accounts } from './commands/accounts.ts';
import { backup } from './commands/backup.ts';
import { check } from './commands/check.ts';
import { compare } from './commands/compare.ts';
import { detect } from './commands/detect.ts';
import { importPhotos } from './commands/import.ts';
import { keys } from './commands/keys.ts';
import { merge } from './commands/merge.ts';
import { name } from './commands/name.ts';
import { people } from './commands/people.ts';
import { restore } from './commands/restore.ts';
import { serve } from './commands/serve.ts';
import { show } from './commands/show.ts';
import { start } from './commands/start.ts';
import { status } from './commands/status.ts';
import { watch } from './commands/watch.ts';
import { EXIT } from './exit-codes.ts';
import { reportFailure } from './output.ts';

const program = new Command('kindred')
  .description('A private photo organizer that knows people')
  .version(VERSION)
  .showHelpAfterError('(add --help for what it takes)')
  .exitOverride()
  .addHelpText(
    'after',
    '\nExit codes: 0 done, 1 failed, 2 wrong usage, 3 library in use, 4 done but some files failed.',
  );

for (const command of [
  importPhotos,
  detect,
  compare,
  people,
  name,
  merge,
  show,
  status,
  watch,
  check,
  backup,
  restore,
  keys,
  accounts,
  serve,
  start,
]) {
  program.addCommand(command().exitOverride());
}

try {
  await program.parseAsync();
} catch (error: unknown) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  else process.exitCode = reportFailure(error, process.argv.includes('--json'));
}
