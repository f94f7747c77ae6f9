/** `kindred name`: a group of unknown faces becomes a person, or a person gets another name. */
import { Command } from 'commander';
import { execute } from '../../organizer/commands/command.ts';
import { nameCluster } from '../../organizer/commands/name-cluster.ts';
import { renamePerson } from '../../organizer/commands/person-details.ts';
import { findSubject } from '../find-subject.ts';
import { asGuest, type GuestOptions } from '../guest.ts';

interface NameOptions extends GuestOptions {
  readonly merge?: true;
  readonly another?: true;
}

export const name = (): Command =>
  new Command('name')
    .description('name a group of unknown faces, or rename a person')
    .argument('<group-or-person>', "an id, its beginning, or a person's name")
    .argument('<name>')
    .option('--merge', 'when somebody has this name already: it is the same person')
    .option('--another', 'when somebody has this name already: it is another person')
    .option('--data <dir>', 'folder of the library')
    .option('--json', 'one JSON document')
    .action((who: string, newName: string, options: NameOptions) =>
      asGuest(options, (library, output) => {
        const subject = findSubject(library, who);
        const personId = subject.kind === 'person' ? subject.id : nameGroup(subject.id);
        if (subject.kind === 'person') execute(library, renamePerson, { personId, name: newName });
        const faces = library.persons.faces(personId).length;
        const person = { person_id: personId, name: library.persons.byId(personId)?.name ?? newName, faces };
        output.result(person, () => `${person.name} has ${faces === 1 ? '1 face' : `${faces} faces`} (${personId}).`);

        function nameGroup(clusterId: string): string {
          const ifNameTaken = options.merge ? 'merge' : options.another ? 'another' : undefined;
          return execute(library, nameCluster, { clusterId, name: newName, ...(ifNameTaken && { ifNameTaken }) })
            .personId;
        }
      }),
    );
