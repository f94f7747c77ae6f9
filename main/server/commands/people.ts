/** `kindred people`: who is known, and with --unknown the groups of faces that wait for a name. */
import { Command } from 'commander';
import { LOCAL_ACCOUNT } from '../../library/accounts.ts';
import { count, table } from '../format.ts';
import { asGuest, type GuestOptions } from '../guest.ts';

interface PeopleOptions extends GuestOptions {
  readonly unknown?: true;
}

/** A group of one face is no group yet. */
const SMALLEST_GROUP = 2;
const MOST_GROUPS = 1_000_000;

export const people = (): Command =>
  new Command('people')
    .description('list named people, or the groups of unknown faces')
    .option('--unknown', 'the groups that wait for a name, largest first')
    .option('--data <dir>', 'folder of the library')
    .option('--json', 'one JSON document')
    .action((options: PeopleOptions) =>
      asGuest(options, (library, output) => {
        if (options.unknown) {
          const groups = library.clusters
            .bySize(LOCAL_ACCOUNT, { minFaces: SMALLEST_GROUP, limit: MOST_GROUPS, offset: 0 })
            .map(({ id, faces }) => ({ group_id: id, faces }));
          output.result({ groups }, () =>
            groups.length === 0
              ? 'No group of unknown faces waits for a name.'
              : table(groups.map(({ group_id, faces }) => [group_id, count(faces, 'face')])),
          );
          return;
        }
        const persons = library.persons.all(LOCAL_ACCOUNT).map(({ id, name, faces, photos, hiddenAt }) => ({
          person_id: id,
          name,
          faces,
          photos,
          hidden: hiddenAt !== null,
        }));
        output.result({ people: persons }, () =>
          persons.length === 0
            ? 'Nobody has a name yet. `kindred people --unknown` lists the groups to name.'
            : table(
                persons.map(({ person_id, name, faces, photos }) => [
                  person_id,
                  name,
                  count(faces, 'face'),
                  count(photos, 'photo'),
                ]),
              ),
        );
      }),
    );
