/** The timeline in slices, one photo whole, and what a user does to photos. */
import { basename } from 'node:path';
import type { photoProcedures } from '../../preload/contract/photos.ts';
import { LOCAL_ACCOUNT } from '../library/accounts.ts';
import { execute } from '../organizer/commands/command.ts';
import {
  deletePhotos,
  ratePhotos,
  restorePhotos,
  setPhotoUserData,
  tagPhotos,
  untagPhotos,
} from '../organizer/commands/photos.ts';
import { turnPhotos } from '../organizer/commands/turn-photos.ts';
import type { PlacedPhoto } from '../organizer/timelines.ts';
import { DONE, type Family, type Services } from './family.ts';
import { Originals } from './original.ts';
import { photoDetail } from './photo-detail.ts';
import { filterFor } from './photo-filter.ts';

export function photos({ library, organizer, engine, timelines }: Services): Family<typeof photoProcedures> {
  const originals = new Originals(library, engine);
  return {
    'photos.timeline': async ({ filter, order }) => {
      const { revision, aspects, days } = timelines.open(await filterFor(organizer, filter), order);
      return { revision, total: aspects.length, days, aspects };
    },
    'photos.slice': ({ revision, offset, limit }) => ({
      photos: timelines.photos(revision, offset, limit).map(tile),
    }),
    'photos.ids': ({ revision, offset, limit }) => ({ ids: timelines.ids(revision, offset, limit) }),
    'photos.place': ({ revision, id }) => ({ place: timelines.placeOf(revision, id) }),
    'photos.facets': () => ({
      years: library.timeline.years(LOCAL_ACCOUNT).map(({ year, photos: photoCount }) => ({ year, photoCount })),
      cameras: library.timeline
        .cameras(LOCAL_ACCOUNT)
        .map(({ camera, photos: photoCount }) => ({ camera, photoCount })),
      tags: library.tags.all(LOCAL_ACCOUNT).map(({ photos: photoCount, ...tag }) => ({ ...tag, photoCount })),
      albums: library.albums.all(LOCAL_ACCOUNT).map(({ id, name, members }) => ({ id, name, photoCount: members })),
    }),
    'photo.show': async ({ id }) => ({ ...photoDetail(library, id), original: await originals.look(id) }),
    'photos.delete': ({ ids: imageIds }) => {
      execute(library, deletePhotos, { imageIds });
      return DONE;
    },
    'photos.restore': ({ ids: imageIds }) => {
      execute(library, restorePhotos, { imageIds });
      return DONE;
    },
    'photos.turn': ({ ids: imageIds, by }) => {
      execute(library, turnPhotos, { imageIds, by });
      return DONE;
    },
    'photos.rate': ({ ids: imageIds, rating }) => {
      execute(library, ratePhotos, { imageIds, rating });
      return DONE;
    },
    'photos.tag': ({ ids: imageIds, tags }) => {
      execute(library, tagPhotos, { imageIds, tags });
      return DONE;
    },
    'photos.untag': ({ ids: imageIds, tags }) => {
      execute(library, untagPhotos, { imageIds, tags });
      return DONE;
    },
    'photo.set-user-data': ({ id: imageId, userData }) => {
      execute(library, setPhotoUserData, { imageId, userData });
      return DONE;
    },
  };
}

const tile = ({ place, id, width, height, rotate, takenAt, path, faces, rating, missing }: PlacedPhoto) => ({
  ...{ place, id, width, height, turn: rotate, takenAt, rating },
  fileName: basename(path ?? ''),
  faceCount: faces,
  missing: missing === 1,
});
