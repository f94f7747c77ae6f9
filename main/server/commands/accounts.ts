/** `kindred accounts`: whose people, groups and photos there are. */
import { Command } from 'commander';
import { count, table } from '../format.ts';
import { asGuest, type GuestOptions } from '../guest.ts';

export const accounts = (): Command =>
  new Command('accounts')
    .description('list the accounts, oldest first, with what they own')
    .option('--data <dir>', 'folder of the library')
    .option('--json', 'one JSON document')
    .action((options: GuestOptions) =>
      asGuest(options, (library, output) => {
        const all = library.accounts
          .all()
          .map(({ id, createdAt: _, ...nameAndCounts }) => ({ account_id: id, ...nameAndCounts }));
        output.result({ accounts: all }, () =>
          table(
            all.map(({ account_id, name, persons, groups, facesets, images, keys }) => [
              account_id,
              name,
              count(persons, 'person', 'people'),
              count(groups, 'group'),
              count(facesets, 'face set'),
              count(images, 'image'),
              count(keys, 'key'),
            ]),
          ),
        );
      }),
    );
