/**
 * A command: something a person does to their library that can be taken back. The library records what it changed, row by
 * row, and so knows the inverse; a command says only what to do and what to call it.
 */
import type { Deed } from '../../../preload/contract/labels.ts';
import { LOCAL_ACCOUNT } from '../../library/accounts.ts';
import type { Library } from '../../library/library.ts';
import type { Id } from '../../library/store.ts';
import { OrganizerError } from '../organizer-error.ts';

export interface Command<Args, Result> {
  /** For programs and the change log, e.g. `merge-persons`. */
  readonly name: string;
  /** For the line "Undo …"; asked before the command runs. */
  label(library: Library, args: Args): Deed;
  /** Runs inside one transaction: an error leaves everything as it was. */
  run(library: Library, args: Args, accountId: Id): Result;
}

/**
 * Do it: one transaction, one entry in the log.
 *
 * @throws OrganizerError as the command says; nothing has changed then
 */
export function execute<Args, Result>(
  library: Library,
  command: Command<Args, Result>,
  args: Args,
  accountId: Id = LOCAL_ACCOUNT,
): Result {
  return library.change({ name: command.name, label: command.label(library, args), args, accountId }, () =>
    command.run(library, args, accountId),
  );
}

/** Null for a person who is gone: labels never fail. */
export const personName = (library: Library, id: Id): string | null => library.persons.byId(id)?.name ?? null;

/** How many there are, and who it is when it is one. */
export const countPersons = (library: Library, ids: readonly Id[]): { people: number; person: string | null } => {
  const [only, ...others] = ids;
  return { people: ids.length, person: only && others.length === 0 ? personName(library, only) : null };
};

/** @throws OrganizerError `not-found` */
export function needPerson(library: Library, id: Id): void {
  if (!library.persons.byId(id)) throw new OrganizerError('not-found', 'This person is no longer in the library.');
}

/** @throws OrganizerError `not-found` */
export function needCluster(library: Library, id: Id): void {
  if (!library.clusters.byId(id))
    throw new OrganizerError('not-found', 'This group of faces is no longer in the library.');
}

/** @throws OrganizerError `not-found` when one of them is missing */
export function needPhotos(library: Library, ids: readonly Id[]): void {
  if (library.images.byIds(ids).length < new Set(ids).size) {
    throw new OrganizerError('not-found', 'One of these photos is no longer in the library.');
  }
}

/** @throws OrganizerError `not-found` when one of them is missing */
export function needFaces(library: Library, ids: readonly Id[]): void {
  if (library.faces.byIds(ids).length < new Set(ids).size) {
    throw new OrganizerError('not-found', 'One of these faces is no longer in the library.');
  }
}

/**
 * A name as people type it: trimmed, inner blanks made one.
 *
 * @throws OrganizerError `empty-name`
 */
export function cleanName(name: string): string {
  const clean = name.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (clean === '') throw new OrganizerError('empty-name', 'A name needs at least one character.');
  return clean;
}
