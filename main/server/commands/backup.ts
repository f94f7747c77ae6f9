/** `kindred backup`: a complete copy of the library's database, taken while it is in use. */
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { formatBytes } from '../format.ts';
import { asGuest, type GuestOptions } from '../guest.ts';

export const backup = (): Command =>
  new Command('backup')
    .description('copy the whole library (people, faces, albums; not the photos) into one file')
    .argument('<file>', 'a file that does not exist yet')
    .option('--data <dir>', 'folder of the library')
    .option('--json', 'one JSON document')
    .action((file: string, options: GuestOptions) =>
      asGuest(options, async (library, output) => {
        const path = resolve(file);
        await library.backup(path);
        const { size } = await stat(path);
        output.result({ file: path, bytes: size }, () => `The library is copied to ${path} (${formatBytes(size)}).`);
      }),
    );
