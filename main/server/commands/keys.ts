/** `kindred keys`: who may call the local API. */
import { Command } from 'commander';
import { create } from './keys/create.ts';
import { list } from './keys/list.ts';
import { revoke } from './keys/revoke.ts';

export function keys(): Command {
  const command = new Command('keys').description('make, list and revoke keys of the local API');
  // Each for itself: a command does not take over what is set on the one it is added to.
  for (const part of [create, list, revoke]) command.addCommand(part().exitOverride());
  return command;
}
