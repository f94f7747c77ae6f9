/** `kindred watch`: the folders whose new photos are imported by themselves while a Kindred is open. */
import { Command } from 'commander';
import { addWatchedFolders, removeWatchedFolders, watchedFolders } from '../../organizer/import/watched-folders.ts';
import { asGuest, type GuestOptions } from '../guest.ts';

export const watch = (): Command =>
  new Command('watch')
    .description('follow folders: while Kindred is open (start, serve), their new photos are imported by themselves')
    .argument('[folder...]', 'folders to follow; none: only list those that are followed')
    .option('--remove', 'follow these no longer; what was imported stays')
    .option('--data <dir>', 'folder of the library')
    .option('--json', 'one JSON document')
    .action((folders: string[], options: GuestOptions & { remove?: true }) =>
      asGuest(options, (library, output) => {
        if (options.remove) removeWatchedFolders(library, folders);
        else if (folders.length > 0) addWatchedFolders(library, folders);
        const followed = watchedFolders(library);
        output.result({ folders: followed }, () =>
          followed.length === 0 ? 'No folder is followed.' : followed.join('\n'),
        );
      }),
    );
