/** `kindred merge A B`: B becomes part of A. */
import { Command } from 'commander';
import { KindredError } from '../../kindred-error.ts';
import type { Library } from '../../library/library.ts';
import { execute } from '../../organizer/commands/command.ts';
import { mergeClusterIntoPerson, mergeClusters, mergePersons } from '../../organizer/commands/merge.ts';
import { findSubject, type Subject } from '../find-subject.ts';
import { count } from '../format.ts';
import { asGuest, type GuestOptions } from '../guest.ts';

class MergeError extends KindredError<'same'> {}

export const merge = (): Command =>
  new Command('merge')
    .description('make two people, or a group and a person, one; a person keeps their name')
    .argument('<a>', "an id, its beginning, or a person's name; this one stays")
    .argument('<b>', 'this one goes')
    .option('--data <dir>', 'folder of the library')
    .option('--json', 'one JSON document')
    .action((a: string, b: string, options: GuestOptions) =>
      asGuest(options, (library, output) => {
        const merged = mergeSubjects(library, findSubject(library, a), findSubject(library, b));
        const faces = merged.kind === 'person' ? library.persons.faces(merged.id) : library.clusters.faces(merged.id);
        const id = merged.kind === 'person' ? { person_id: merged.id, name: merged.name } : { group_id: merged.id };
        output.result({ ...id, faces: faces.length }, () => {
          const who = merged.kind === 'person' ? merged.name : `The group ${merged.id}`;
          return `${who} has ${count(faces.length, 'face')} now.`;
        });
      }),
    );

/** A name outlives a group: when only one of the two is a person, that one stays. */
function mergeSubjects(library: Library, a: Subject, b: Subject): Subject {
  if (a.id === b.id) throw new MergeError('same', 'These two are one already.');
  if (a.kind === 'person' && b.kind === 'person') execute(library, mergePersons, { into: a.id, from: [b.id] });
  else if (a.kind === 'group' && b.kind === 'group') execute(library, mergeClusters, { into: a.id, from: [b.id] });
  else {
    const [person, group] = a.kind === 'person' ? [a, b] : [b, a];
    execute(library, mergeClusterIntoPerson, { clusterId: group.id, personId: person.id });
    return person;
  }
  return a;
}
