/** `kindred show`: what the library knows of one photo. */
import { resolve } from 'node:path';
import { Command } from 'commander';
import { wholeRect } from '../../faceapi/face-answer.ts';
import { KindredError } from '../../kindred-error.ts';
import type { Library } from '../../library/library.ts';
import { count } from '../format.ts';
import { asGuest, type GuestOptions } from '../guest.ts';

class ShowError extends KindredError<'not-found'> {}

export const show = (): Command =>
  new Command('show')
    .description('show what is known of a photo')
    .argument('<photo>', 'its path, or its id')
    .option('--data <dir>', 'folder of the library')
    .option('--json', 'one JSON document')
    .action((photo: string, options: GuestOptions) =>
      asGuest(options, (library, output) => {
        const answer = photoAnswer(library, photo);
        output.result(answer, () => photoText(answer));
      }),
    );

function photoAnswer(library: Library, photo: string) {
  const path = resolve(photo);
  const image = library.images.byId(library.photoFiles.byPaths([path])[0]?.imageId ?? photo);
  if (!image) throw new ShowError('not-found', `${photo} is not in the library, neither as a path nor as an id.`);
  return {
    photo_id: image.id,
    files: library.photoFiles
      .ofImages([image.id])
      .map(({ path, missingAt }) => ({ path, missing: missingAt !== null })),
    format: image.format,
    width: image.width,
    height: image.height,
    taken_at: image.takenAt,
    camera: image.camera,
    lens: image.lens,
    gps: image.latitude !== null && image.longitude !== null ? [image.latitude, image.longitude] : null,
    rating: image.rating,
    tags: library.tags.ofImages([image.id]).map(({ name }) => name),
    faces: library.faces.ofImages([image.id]).map((face) => ({
      face_id: face.id,
      rect: wholeRect(face.rect),
      score: Number(face.score.toFixed(4)),
      name: face.person?.name ?? null,
      person_id: face.person?.id ?? null,
      assigned: face.person?.how ?? null,
      group_id: face.clusterId,
      attributes: face.attributes,
      quality: face.quality,
    })),
  };
}

function photoText(photo: ReturnType<typeof photoAnswer>): string {
  const facts = [
    `${photo.width} x ${photo.height} ${photo.format}`,
    photo.taken_at?.replace('T', ' '),
    photo.camera,
    photo.gps?.join(', '),
    photo.tags.length > 0 ? photo.tags.join(', ') : undefined,
  ];
  const faces = photo.faces.map(({ rect, name, group_id }) => {
    const who = name ?? (group_id ? `unknown, group ${group_id}` : 'unknown');
    return `  ${who}: ${rect.right - rect.left} x ${rect.bottom - rect.top} px at ${rect.left},${rect.top}`;
  });
  return [
    ...photo.files.map(({ path, missing }) => (missing ? `${path} (missing)` : path)),
    facts.filter((fact) => fact !== null && fact !== undefined).join(', '),
    count(photo.faces.length, 'face'),
    ...faces,
  ].join('\n');
}
