/** Everything that is known of one photo: eight short queries, whatever is on it. */
import { basename } from 'node:path';
import type { Face, Landmarks } from '../library/face.ts';
import type { Image } from '../library/images.ts';
import type { Library } from '../library/library.ts';
import type { Id } from '../library/store.ts';
import { needed } from './family.ts';

/** @throws ProcedureError `not-found`; a photo in the bin can still be shown */
export function photoDetail(library: Library, id: Id) {
  const image = needed(library.images.byId(id), 'photo');
  const files = library.photoFiles.ofImages([id]);
  const faces = library.faces.ofImages([id]);
  const landmarks = new Map(library.faces.landmarks(faces.map((face) => face.id)).map((of) => [of.faceId, of]));
  const shown = (hidden: boolean) =>
    faces
      .filter((face) => (face.hiddenAt !== null) === hidden)
      .map((face) => photoFace(face, image, landmarks.get(face.id)));
  const path = files[0]?.path ?? '';
  const visible = shown(false);
  return {
    ...{ id, width: image.width, height: image.height, turn: image.rotate, format: image.format, bytes: image.bytes },
    ...{ takenAt: image.takenAt, utcOffset: image.utcOffset, importedAt: image.createdAt },
    ...{ camera: image.camera, lens: image.lens, rating: image.rating, userData: image.userData },
    place: placeOf(image),
    fileName: basename(path),
    path,
    files: files.map((file) => ({
      ...{ path: file.path, bytes: file.bytes, modifiedAt: file.mtime },
      missing: file.missingAt !== null,
    })),
    tags: library.tags.ofImages([id]).map(({ name }) => name),
    albums: library.albums.byIds(library.albums.holding(id)).map((album) => ({ id: album.id, name: album.name })),
    deleted: image.deletedAt !== null,
    faceCount: visible.length,
    faces: visible,
    hiddenFaces: shown(true),
  };
}

const placeOf = ({ latitude, longitude }: Image) =>
  latitude === null || longitude === null ? null : { latitude, longitude };

function photoFace(face: Face, { width, height }: Image, landmarks: Landmarks | undefined) {
  const { rect, person, clusterId: groupId, origin, regionName, score, quality, attributes, hiddenAt } = face;
  const fraction = ([x, y]: readonly [number, number]): [number, number] => [x / width, y / height];
  return {
    ...{ id: face.id, groupId, origin, regionName, score, quality, attributes, hidden: hiddenAt !== null },
    box: {
      left: rect.left / width,
      top: rect.top / height,
      width: (rect.right - rect.left) / width,
      height: (rect.bottom - rect.top) / height,
    },
    name: person?.name ?? null,
    person: person && { id: person.id, how: person.how, confidence: person.confidence },
    points21: landmarks?.landmarks21.map(fraction) ?? [],
    points106: landmarks?.landmarks106.map(fraction) ?? [],
  };
}
