/** `kindred restore`: a backup takes the library's place, which is kept. */
import { resolve } from 'node:path';
import { Command } from 'commander';
import { dataFolder } from '../../data-folder.ts';
import { openLibrary } from '../../library/library.ts';
import { stageRestore } from '../../library/restore.ts';
import { VERSION } from '../../version.ts';
import type { GuestOptions } from '../guest.ts';
import { type Output, openOutput } from '../output.ts';

export const restore = (): Command =>
  new Command('restore')
    .description('put a backup in the place of the library; the library as it is now is kept among the backups')
    .argument('<file>', 'a backup: of `kindred backup`, or from the folder backups of the library')
    .option('--data <dir>', 'folder of the library')
    .option('--json', 'one JSON document')
    .action(async (file: string, options: GuestOptions) => {
      const output = openOutput(options.json === true);
      const directory = dataFolder(options.data);
      const backup = resolve(file);
      // As its owner: nobody may have the library open whose place is taken.
      await asOwner(directory, output, () => stageRestore(directory, backup, VERSION));
      await asOwner(directory, output, (library) => {
        const { photos, faces, persons } = library.counts();
        output.result(
          { restored: backup, photos, faces, persons },
          () => `The library is that of ${backup} now: ${photos} photos, ${faces} faces, ${persons} people.`,
        );
      });
    });

async function asOwner(
  directory: string,
  output: Output,
  work: (library: ReturnType<typeof openLibrary>) => void | Promise<void>,
): Promise<void> {
  const library = openLibrary(directory, {
    role: 'owner',
    appVersion: VERSION,
    onNotice: (notice) => output.notice(notice.message),
  });
  try {
    await work(library);
  } finally {
    await library.close();
  }
}
