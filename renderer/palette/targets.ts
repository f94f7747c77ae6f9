/** Everything that the palette leads to. A target can be written down, so that it is there again as one chosen lately. */
import { z } from 'zod';
import { VIEWS } from '../../preload/contract/views.ts';
import { VIEW_OF } from '../collections/kinds.ts';
import { go } from '../navigation/route.ts';
import { closePhoto, openPhoto } from '../photo/open-photo.ts';
import { allPhotos } from '../photos/all-photos.ts';
import type { PhotoFilter } from '../photos/timeline.ts';
import { closeWho } from '../who/who-store.ts';
import { COMMAND_NAMES, runCommand } from './commands.ts';

const id = z.string().regex(/^[0-9a-f]{32}$/);

export const Target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('command'), command: z.enum(COMMAND_NAMES) }),
  z.object({ kind: z.literal('view'), view: z.enum(VIEWS) }),
  z.object({ kind: z.literal('person'), id, name: z.string(), coverFaceId: id.nullable() }),
  /** A group of faces that nobody has named, by its best face. */
  z.object({ kind: z.literal('unnamed'), id, coverFaceId: id, faceCount: z.number() }),
  z.object({ kind: z.literal('collection'), of: z.enum(['group', 'faceset', 'album']), id, name: z.string() }),
  z.object({ kind: z.literal('tag'), id, name: z.string() }),
  z.object({ kind: z.literal('dates'), from: z.string(), label: z.string() }),
  z.object({ kind: z.literal('photo'), id, name: z.string() }),
]);
export type Target = z.infer<typeof Target>;

/** What makes it the same as another one. */
export function keyOf(target: Target): string {
  const { kind } = target;
  if (kind === 'command') return `command ${target.command}`;
  if (kind === 'view') return `view ${target.view}`;
  if (kind === 'dates') return `dates ${target.from}`;
  return `${kind} ${target.id}`;
}

export function follow(target: Target): void {
  switch (target.kind) {
    case 'command':
      runCommand(target.command);
      break;
    case 'view':
      leaveTo(() => go(target.view));
      break;
    case 'person':
      leaveTo(() => go('people', target.id));
      break;
    case 'unnamed':
      leaveTo(() => go('people', target.id, 'unnamed'));
      break;
    case 'collection':
      leaveTo(() => go(VIEW_OF[target.of], target.id));
      break;
    case 'tag':
      showPhotos({ tag: target.id });
      break;
    case 'dates':
      showPhotos({ from: target.from, to: target.from });
      break;
    case 'photo':
      closeWho();
      void openPhoto(target.id);
  }
}

function leaveTo(there: () => void): void {
  closeWho();
  closePhoto();
  there();
}

const showPhotos = (filter: PhotoFilter): void =>
  leaveTo(() => {
    void allPhotos.ask({ filter });
    go('photos');
  });
