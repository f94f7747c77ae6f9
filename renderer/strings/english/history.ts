/** What was done and can be undone, in English. */
import type { Label } from '../../../preload/contract/labels.ts';
import { number, plural } from './numbers.ts';

const faces = (n: number): string => plural(n, 'face', 'faces');
const photos = (n: number): string => plural(n, 'photo', 'photos');
const people = (n: number): string => plural(n, 'person', 'people');
const groups = (n: number): string => (n === 1 ? 'a group' : `${number(n)} groups`);
const who = (person: string | null): string => person ?? 'a person';
const show = (hidden: boolean): string => (hidden ? 'Hide' : 'Show');

const NOUNS = { group: 'group', faceset: 'face set', album: 'album' } as const;
const collection = ({ kind, name }: { kind: keyof typeof NOUNS; name: string | null }): string =>
  name === null ? `the ${NOUNS[kind]}` : `the ${NOUNS[kind]} ${name}`;

function label(label: Label): string {
  if (typeof label === 'string') return label;
  switch (label.does) {
    case 'create-collection':
      return `Make ${collection(label)}`;
    case 'rename-collection':
      return `Rename ${collection(label)} to ${label.to}`;
    case 'set-collection-user-data':
      return `Change the data of ${collection(label)}`;
    case 'delete-collection':
      return `Delete ${collection(label)}`;
    case 'add-to-collection':
      return `Add ${number(label.members)} to ${collection(label)}`;
    case 'take-from-collection':
      return `Take ${number(label.members)} out of ${collection(label)}`;
    case 'confirm-faces':
      return `Put ${faces(label.faces)} into ${who(label.person)}`;
    case 'reject-faces':
      return `Say that ${faces(label.faces)} ${label.faces === 1 ? 'is' : 'are'} not ${who(label.person)}`;
    case 'draw-face':
      return 'Draw a face';
    case 'split-faces':
      return `Make ${faces(label.faces)} a group of their own`;
    case 'hide-faces':
      return `${show(label.hidden)} ${faces(label.faces)}`;
    case 'delete-faces':
      return `Delete ${faces(label.faces)}`;
    case 'name-faces':
      return `Name ${faces(label.faces)} ${label.name}`;
    case 'name-cluster':
      return `Name a group ${label.name}`;
    case 'hide-clusters':
      return `${show(label.hidden)} ${groups(label.groups)}`;
    case 'merge-clusters':
      return `Merge ${groups(label.groups)}`;
    case 'merge-cluster-into-person':
      return `Put a group into ${who(label.person)}`;
    case 'merge-persons': {
      const merged = [
        ...(label.people > 0 ? [label.people === 1 ? who(label.person) : people(label.people)] : []),
        ...(label.groups > 0 ? [groups(label.groups)] : []),
      ];
      return `Merge ${merged.join(' and ')} into ${who(label.into)}`;
    }
    case 'tell-apart':
      return `Say that ${who(label.person)} and ${who(label.other)} are not the same`;
    case 'rename-person':
      return `Rename ${who(label.person)} to ${label.to}`;
    case 'set-notes':
      return `Change the notes on ${who(label.person)}`;
    case 'set-person-user-data':
      return `Change the data of ${who(label.person)}`;
    case 'set-feature-face':
      return `Change the picture of ${who(label.person)}`;
    case 'hide-persons':
      return `${show(label.hidden)} ${people(label.people)}`;
    case 'delete-persons':
      return `Delete ${label.people === 1 ? who(label.person) : people(label.people)}`;
    case 'delete-photos':
      return `Delete ${photos(label.photos)} from the library`;
    case 'restore-photos':
      return `Restore ${photos(label.photos)}`;
    case 'set-photo-user-data':
      return 'Change the data of a photo';
    case 'rate-photos':
      return `Rate ${photos(label.photos)}`;
    case 'turn-photos':
      return `Turn ${photos(label.photos)}`;
    case 'tag-photos':
      return `Tag ${photos(label.photos)} with ${label.tags.join(', ')}`;
    case 'untag-photos':
      return `Take ${label.tags.join(', ')} off ${photos(label.photos)}`;
  }
}

export const history = {
  label,
  undone: (deed: string) => `Undone: ${deed}`,
  redone: (deed: string) => `Done again: ${deed}`,
  skipped: (n: number) =>
    `(${plural(n, 'thing', 'things')} that had changed since ${n === 1 ? 'was' : 'were'} left as ${n === 1 ? 'it is' : 'they are'}.)`,
};
