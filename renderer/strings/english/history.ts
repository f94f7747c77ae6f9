/** What was done, undone and done again, in English. */
import type { Deed, Label } from '../../../preload/contract/labels.ts';
import { number, plural } from './numbers.ts';

const faces = (n: number): string => plural(n, 'face', 'faces');
const photos = (n: number): string => plural(n, 'photo', 'photos');
const people = (n: number): string => plural(n, 'person', 'people');
/** Not those that a user makes of people. */
const groups = (n: number): string => (n === 1 ? 'a group of faces' : `${number(n)} groups of faces`);
const who = (person: string | null): string => person ?? 'a person';
const these = (n: number, person: string | null): string => (n === 1 ? who(person) : people(n));
const all = (...parts: readonly (string | false)[]): string => parts.filter(Boolean).join(' and ');

const NOUNS = { group: 'group', faceset: 'face set', album: 'album' } as const;
const MEMBERS = { group: people, faceset: faces, album: photos } as const;
const collection = ({ kind, name }: { kind: keyof typeof NOUNS; name: string | null }): string =>
  name === null ? `the ${NOUNS[kind]}` : `the ${NOUNS[kind]} ${name}`;

type Verb = readonly [did: string, doing: string];
const MAKE: Verb = ['Made', 'making'];
const NAME: Verb = ['Named', 'naming'];
const RENAME: Verb = ['Renamed', 'renaming'];
const CHANGE: Verb = ['Changed', 'changing'];
const DELETE: Verb = ['Deleted', 'deleting'];
const ADD: Verb = ['Added', 'adding'];
const TAKE: Verb = ['Took', 'taking'];
const MERGE: Verb = ['Merged', 'merging'];
const MARK: Verb = ['Marked', 'marking'];
const hide = (hidden: boolean): Verb => (hidden ? ['Hid', 'hiding'] : ['Brought back', 'bringing back']);

function parts(deed: Deed): readonly [verb: Verb, what: string] {
  switch (deed.does) {
    case 'create-collection':
      return [MAKE, collection(deed)];
    case 'rename-collection':
      return [RENAME, `${collection(deed)} to ${deed.to}`];
    case 'set-collection-user-data':
      return [CHANGE, `the data of ${collection(deed)}`];
    case 'delete-collection':
      return [DELETE, collection(deed)];
    case 'add-to-collection':
      return [ADD, `${MEMBERS[deed.kind](deed.members)} to ${collection(deed)}`];
    case 'take-from-collection':
      return [TAKE, `${MEMBERS[deed.kind](deed.members)} out of ${collection(deed)}`];
    case 'confirm-faces':
      return [['Confirmed', 'confirming'], `${faces(deed.faces)} as ${who(deed.person)}`];
    case 'reject-faces':
      return [MARK, `${faces(deed.faces)} as not ${who(deed.person)}`];
    case 'draw-face':
      return [['Drew', 'drawing'], 'a face'];
    case 'split-faces':
      return [TAKE, `${faces(deed.faces)} out as somebody else`];
    case 'hide-faces':
      return [hide(deed.hidden), faces(deed.faces)];
    case 'delete-faces':
      return [DELETE, faces(deed.faces)];
    case 'name-faces':
      return [NAME, `${faces(deed.faces)} ${deed.name}`];
    case 'name-cluster':
      return [NAME, `a group of faces ${deed.name}`];
    case 'hide-clusters':
      return [hide(deed.hidden), groups(deed.groups)];
    case 'merge-clusters':
      return [MERGE, groups(deed.groups)];
    case 'merge-cluster-into-person':
      return [ADD, `a group of faces to ${who(deed.person)}`];
    case 'merge-persons': {
      const merged = all(deed.people > 0 && these(deed.people, deed.person), deed.groups > 0 && groups(deed.groups));
      return [MERGE, `${merged} into ${who(deed.into)}`];
    }
    case 'tell-apart':
      return [MARK, `${who(deed.person)} and ${who(deed.other)} as different people`];
    case 'rename-person':
      return [RENAME, `${who(deed.person)} to ${deed.to}`];
    case 'set-notes':
      return [CHANGE, `the notes on ${who(deed.person)}`];
    case 'set-person-user-data':
      return [CHANGE, `the data of ${who(deed.person)}`];
    case 'set-feature-face':
      return [CHANGE, `the picture of ${who(deed.person)}`];
    case 'hide-persons':
      return [hide(deed.hidden), all(these(deed.people, deed.person), deed.groups > 0 && groups(deed.groups))];
    case 'delete-persons':
      return [
        DELETE,
        deed.people === 1 ? `the name ${deed.person ?? ''}`.trim() : `the names of ${people(deed.people)}`,
      ];
    case 'delete-photos':
      return [DELETE, `${photos(deed.photos)} from the library`];
    case 'restore-photos':
      return [['Restored', 'restoring'], photos(deed.photos)];
    case 'set-photo-user-data':
      return [CHANGE, 'the data of a photo'];
    case 'rate-photos':
      return [['Rated', 'rating'], photos(deed.photos)];
    case 'turn-photos':
      return [['Turned', 'turning'], photos(deed.photos)];
    case 'tag-photos':
      return [['Tagged', 'tagging'], `${photos(deed.photos)} with ${deed.tags.join(', ')}`];
    case 'untag-photos':
      return [TAKE, `${deed.tags.join(', ')} off ${photos(deed.photos)}`];
  }
}

export const history = {
  done(label: Label): string {
    if (typeof label === 'string') return label;
    const [[did], what] = parts(label);
    return `${did} ${what}`;
  },
  undone(label: Label): string {
    if (typeof label === 'string') return `Undone: ${label}`;
    const [[, doing], what] = parts(label);
    return `Undid ${doing} ${what}`;
  },
  redone(label: Label): string {
    if (typeof label === 'string') return `Done again: ${label}`;
    const [[did], what] = parts(label);
    return `${did} ${what} again`;
  },
  skipped: (n: number) =>
    `(${plural(n, 'thing', 'things')} that had changed since ${n === 1 ? 'was' : 'were'} left as ${n === 1 ? 'it is' : 'they are'}.)`,
};
