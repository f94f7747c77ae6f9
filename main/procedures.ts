/**
 * What main answers when the window asks: every procedure of preload/contract.ts, each a short question to the library.
 * Arguments and results are checked against the contract on the way in and out.
 */
import { basename } from 'node:path';
import { z } from 'zod';
import { type Args, type ProcedureName, procedures, type Result } from '../preload/contract.ts';
import { KindredError } from './kindred-error.ts';
import { LOCAL_ACCOUNT } from './library/accounts.ts';
import type { Face } from './library/face.ts';
import type { Image, PhotoInTimeline, TimelinePlace } from './library/images.ts';
import type { Library } from './library/library.ts';
import type { LocalApi } from './local-api.ts';

type ProcedureErrorCode = 'no-such-procedure' | 'invalid-arguments' | 'not-found';

class ProcedureError extends KindredError<ProcedureErrorCode> {}

type Implementation = { readonly [Name in ProcedureName]: (args: Args<Name>) => Result<Name> | Promise<Result<Name>> };

/** @returns the function that answers a call by name, whoever carried it here */
export function createProcedures(library: Library, api: LocalApi): (name: string, args: unknown) => Promise<unknown> {
  const implementation: Implementation = {
    'photos.page': ({ after, limit }) => photosPage(library, after, limit),
    'photo.show': ({ id }) => photoDetail(library, id),
    'people.list': () => peopleList(library),
    'api.state': () => api.state,
    'api.turn': async ({ on, port }) => {
      await api.turn(on, port);
      return api.state;
    },
    'api.calls': ({ limit }) => ({ calls: api.calls(limit) }),
  };
  return async (name, args) => {
    if (!isProcedure(name)) throw new ProcedureError('no-such-procedure', `There is no procedure ${name}.`);
    return answer(implementation, name, args);
  };
}

const isProcedure = (name: string): name is ProcedureName => Object.hasOwn(procedures, name);

function answer<Name extends ProcedureName>(
  implementation: Implementation,
  name: Name,
  args: unknown,
): Result<Name> | Promise<Result<Name>> {
  const checked = procedures[name].args.safeParse(args);
  if (!checked.success) throw new ProcedureError('invalid-arguments', `${name}: ${z.prettifyError(checked.error)}`);
  // The table pairs each name with its schema; TypeScript does not follow that pairing through an index.
  return implementation[name](checked.data as Args<Name>);
}

function photosPage(library: Library, after: string | null, limit: number): Result<'photos.page'> {
  const photos = library.images.timeline(LOCAL_ACCOUNT, after === null ? null : readCursor(after), limit);
  const last = photos.at(-1);
  const names = fileNames(library, photos);
  return {
    photos: photos.map((photo) => ({
      id: photo.id,
      width: photo.width,
      height: photo.height,
      takenAt: photo.timelineAt,
      fileName: names.get(photo.id) ?? '',
      faceCount: photo.faces,
    })),
    next: last && photos.length === limit ? `${last.timelineAt} ${last.id}` : null,
    total: library.counts().photos,
  };
}

/** A cursor is the place of the last photo shown: its time and its id. */
function readCursor(cursor: string): TimelinePlace {
  const [timelineAt = '', id = ''] = cursor.split(' ');
  return { timelineAt, id };
}

function fileNames(library: Library, photos: readonly PhotoInTimeline[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { imageId, path } of library.photoFiles.ofImages(photos.map(({ id }) => id))) {
    // The files that are there come first; one name is enough.
    if (!names.has(imageId)) names.set(imageId, basename(path));
  }
  return names;
}

function photoDetail(library: Library, id: string): Result<'photo.show'> {
  const image = library.images.byId(id);
  if (!image || image.deletedAt !== null)
    throw new ProcedureError('not-found', 'This photo is no longer in the library.');
  const path = library.photoFiles.ofImages([id])[0]?.path ?? '';
  const faces = library.faces.ofImages([id]).filter((face) => face.hiddenAt === null);
  return {
    id,
    width: image.width,
    height: image.height,
    takenAt: image.takenAt,
    fileName: basename(path),
    faceCount: faces.length,
    path,
    camera: image.camera,
    faces: faces.map((face) => ({ id: face.id, box: box(face, image), name: face.person?.name ?? null })),
  };
}

const box = ({ rect }: Face, { width, height }: Image) => ({
  left: rect.left / width,
  top: rect.top / height,
  width: (rect.right - rect.left) / width,
  height: (rect.bottom - rect.top) / height,
});

function peopleList(library: Library): Result<'people.list'> {
  const people = library.persons
    .all(LOCAL_ACCOUNT)
    .filter((person) => person.hiddenAt === null)
    .toSorted((a, b) => b.faces - a.faces)
    .map(({ id, name, faces, coverFace }) => ({ id, name, faceCount: faces, coverFaceId: coverFace }));
  return { people, unnamedGroups: library.counts().clusters };
}
