/**
 * "This lies on its side": turns a photo in the library, with the faces on it. The file is not touched; thumbnails are
 * made again when somebody looks.
 */
import type { Turn } from '../../engine/face.ts';
import type { Image } from '../../library/images.ts';
import type { Library } from '../../library/library.ts';
import type { Id } from '../../library/store.ts';
import { addTurns, turnFrame, turnPoint, turnRect, turnRoll } from '../turn.ts';
import { type Command, needPhotos } from './command.ts';

export const turnPhotos: Command<{ imageIds: readonly Id[]; by: Turn }, void> = {
  name: 'turn-photos',
  label: (_library, { imageIds }) => ({ does: 'turn-photos', photos: imageIds.length }),
  run(library, { imageIds, by }) {
    needPhotos(library, imageIds);
    for (const image of library.images.byIds(imageIds)) {
      library.images.setFrame(image.id, { rotate: addTurns(image.rotate, by), ...turnFrame(image, by) });
      turnFaces(library, image, by);
    }
  },
};

/** @param image as it was before the turn */
function turnFaces(library: Library, image: Image, by: Turn): void {
  const faces = library.faces.ofImages([image.id]);
  const landmarks = new Map(library.faces.landmarks(faces.map(({ id }) => id)).map((of) => [of.faceId, of]));
  for (const { id, rect, quality } of faces) {
    const { landmarks21 = [], landmarks106 = [] } = landmarks.get(id) ?? {};
    library.faces.setPlace(id, {
      rect: turnRect(rect, by, image),
      roll: turnRoll(quality.roll, by),
      landmarks21: landmarks21.map((point) => turnPoint(point, by, image)),
      landmarks106: landmarks106.map((point) => turnPoint(point, by, image)),
    });
  }
}
