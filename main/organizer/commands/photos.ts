/** What a user says of photos: how good they are, what words describe them, that they are not wanted. */
import type { Id } from '../../library/store.ts';
import { OrganizerError } from '../organizer-error.ts';
import { type Command, cleanName, needPhotos } from './command.ts';

/** Out of every list, with their faces; the files are not touched. */
export const deletePhotos: Command<{ imageIds: readonly Id[] }, void> = {
  name: 'delete-photos',
  label: (_library, { imageIds }) => ({ does: 'delete-photos', photos: imageIds.length }),
  run(library, { imageIds }, accountId) {
    needPhotos(library, imageIds);
    library.images.setDeleted(imageIds, true);
    library.clusters.removeEmpty(accountId);
  },
};

/**
 * Out of the bin, with the names their faces had, and in the face sets they were in. Whose deletion is so long ago that the
 * log has forgotten it, or whose person is gone, comes back without one, to be recognized anew.
 */
export const restorePhotos: Command<{ imageIds: readonly Id[] }, void> = {
  name: 'restore-photos',
  label: (_library, { imageIds }) => ({ does: 'restore-photos', photos: imageIds.length }),
  run(library, { imageIds }, accountId) {
    needPhotos(library, imageIds);
    const photos = library.images.byIds(imageIds).filter(({ deletedAt }) => deletedAt !== null);
    const deleted = photos.map(({ id }) => id);
    library.images.setDeleted(deleted, false);
    library.persons.assign(library.released(accountId, deletePhotos.name, deleted));
    for (const { facesetId, faceId } of library.leftFacesets(accountId, deletePhotos.name, deleted)) {
      library.facesets.add(facesetId, [faceId]);
    }
  },
};

export const setPhotoUserData: Command<{ imageId: Id; userData: string }, void> = {
  name: 'set-photo-user-data',
  label: () => ({ does: 'set-photo-user-data' }),
  run(library, { imageId, userData }) {
    needPhotos(library, [imageId]);
    library.images.setUserData(imageId, userData);
  },
};

/** @throws OrganizerError `invalid` for a rating that is not 0..5 or null (none) */
export const ratePhotos: Command<{ imageIds: readonly Id[]; rating: number | null }, void> = {
  name: 'rate-photos',
  label: (_library, { imageIds }) => ({ does: 'rate-photos', photos: imageIds.length }),
  run(library, { imageIds, rating }) {
    if (rating !== null && !(Number.isInteger(rating) && rating >= 0 && rating <= 5)) {
      throw new OrganizerError('invalid', 'A rating is a whole number from 0 to 5.');
    }
    needPhotos(library, imageIds);
    library.images.setRating(imageIds, rating);
  },
};

export const tagPhotos: Command<{ imageIds: readonly Id[]; tags: readonly string[] }, void> = {
  name: 'tag-photos',
  label: (_library, { imageIds, tags }) => ({ does: 'tag-photos', photos: imageIds.length, tags: [...tags] }),
  run(library, { imageIds, tags }, accountId) {
    needPhotos(library, imageIds);
    library.tags.add(accountId, imageIds, tags.map(cleanName));
  },
};

export const untagPhotos: Command<{ imageIds: readonly Id[]; tags: readonly string[] }, void> = {
  name: 'untag-photos',
  label: (_library, { imageIds, tags }) => ({ does: 'untag-photos', photos: imageIds.length, tags: [...tags] }),
  run(library, { imageIds, tags }, accountId) {
    needPhotos(library, imageIds);
    library.tags.take(accountId, imageIds, tags.map(cleanName));
  },
};
