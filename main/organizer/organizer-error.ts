/** Failures of the organizer, each with a text that says what happened and what was kept. */
import { KindredError } from '../kindred-error.ts';

export type OrganizerErrorCode =
  | 'not-found'
  | 'unreadable'
  | 'not-a-photo'
  | 'same-photo'
  | 'rejected'
  | 'name-taken'
  | 'nothing-to-undo'
  | 'nothing-to-redo'
  | 'empty-name'
  | 'small-box'
  | 'invalid'
  | 'stale'
  | 'busy';

export class OrganizerError extends KindredError<OrganizerErrorCode> {}
