/**
 * One file into the library: is it new, known, moved, changed, or the same bytes as another? Only what is new is looked
 * at by the models. Everything that follows from a file is written in one transaction together with its entry in the job.
 */
import { access, stat } from 'node:fs/promises';
import type { PhotoFile } from '../../engine/decode/photo-file.ts';
import type { AnalyzeOptions, Engine } from '../../engine/engine.ts';
import type { Face, PhotoAnalysis } from '../../engine/face.ts';
import type { Face as LibraryFace } from '../../library/face.ts';
import type { Image } from '../../library/images.ts';
import type { ImportOutcome } from '../../library/import-jobs.ts';
import type { Library } from '../../library/library.ts';
import type { PhotoFileRow } from '../../library/photo-files.ts';
import type { Id } from '../../library/store.ts';
import { OrganizerError } from '../organizer-error.ts';
import type { ThumbnailCache } from '../thumbnail-cache.ts';
import { thumbnailSides } from '../thumbnail-size.ts';
import { faceRows, imageRow, type Marks, readMarks } from './photo-rows.ts';
import { replacePhoto } from './replaced-photo.ts';
import { unreadable } from './scan.ts';

export interface FileImporterOptions {
  readonly library: Library;
  readonly engine: Engine;
  readonly thumbnails: ThumbnailCache;
  readonly accountId: Id;
  readonly look: Pick<AnalyzeOptions, 'detection' | 'autoRotate'>;
}

/** Told inside the transaction that writes what it tells. */
export type Record = (outcome: ImportOutcome) => void;

interface OnDisk {
  readonly path: string;
  readonly bytes: number;
  /** Modification time, ms. */
  readonly mtime: number;
}

export class FileImporter {
  readonly #options: FileImporterOptions;
  /** Contents that are being looked at now, by hash: the same bytes under a second name wait for the first. */
  readonly #underWay = new Map<string, Promise<void>>();

  constructor(options: FileImporterOptions) {
    this.#options = options;
  }

  /**
   * @param record called exactly once, unless this rejects
   * @throws EngineError for what the engine cannot read; OrganizerError for what is not there
   */
  async import(path: string, record: Record, signal: AbortSignal): Promise<void> {
    const file = await lookAt(path);
    const [known] = this.#options.library.photoFiles.byPaths([path]);
    if (known && this.#isUnchanged(known, file)) {
      this.#write(record, () => {
        this.#options.library.photoFiles.seen([path]);
        return skipped(path, 'unchanged', 'Nothing has changed since it was imported.');
      });
      return;
    }
    const read = await this.#options.engine.read({ path }, signal);
    await this.#oneByOne(read.sha256, () => this.#take(file, read, known, record, signal));
  }

  #isUnchanged(known: PhotoFileRow, file: OnDisk): boolean {
    return known.bytes === file.bytes && known.mtime === file.mtime;
  }

  async #oneByOne(sha256: string, work: () => Promise<void>): Promise<void> {
    for (let other = this.#underWay.get(sha256); other; other = this.#underWay.get(sha256)) {
      await other.catch(() => undefined);
    }
    const mine = work();
    this.#underWay.set(sha256, mine);
    try {
      await mine;
    } finally {
      this.#underWay.delete(sha256);
    }
  }

  async #take(
    file: OnDisk,
    read: PhotoFile,
    known: PhotoFileRow | undefined,
    record: Record,
    signal: AbortSignal,
  ): Promise<void> {
    const { library, engine, thumbnails, accountId, look } = this.#options;
    const twin = library.images.byHash(accountId, read.sha256);
    if (twin) return this.#addPath(twin, file, known, record);
    const photo = await engine.analyze(
      { path: file.path },
      { ...look, embedding: true, attributes: true, thumbnails: this.#worthwhileSizes(read), priority: 'bulk' },
      signal,
    );
    const marks = readMarks(photo, read.metadata.regions);
    const described = await this.#describe(file.path, photo, marks, signal);
    // First the thumbnails: a photo that is in the library can be shown.
    await thumbnails.put({ sha256: read.sha256, rotate: photo.rotate }, photo.thumbnails);
    this.#write(record, () => {
      const imageId = library.images.insert(imageRow(accountId, read, photo, file.mtime));
      const { pack } = engine;
      library.images.setAnalyzed(imageId, `${pack.name}@${pack.version}`, photo);
      const faceIds = library.faces.insert(imageId, pack.embeddingModel, faceRows(photo, marks, described));
      library.tags.add(accountId, [imageId], read.metadata.keywords);
      this.#nameByRegions(library.faces.byIds(faceIds));
      this.#holds(file, imageId, known);
      return { path: file.path, state: 'done', imageId, faces: faceIds.length };
    });
  }

  /** A photo no larger than the large thumbnail is shown as it is; encoding it again would only cost. */
  #worthwhileSizes({ width, height }: PhotoFile): number[] {
    const { tile, view } = thumbnailSides(this.#options.library);
    return view < Math.max(width, height) ? [tile, view] : [tile];
  }

  /** What is at the places where only another program saw a face. */
  async #describe(
    path: string,
    photo: PhotoAnalysis,
    { unseen }: Marks,
    signal: AbortSignal,
  ): Promise<readonly Face[]> {
    if (unseen.length === 0) return [];
    const at = unseen.map(({ place }) => place);
    const turn = photo.rotate === null ? {} : { turn: photo.rotate };
    const options = { ...turn, at, embedding: true, attributes: true, priority: 'bulk' } as const;
    return (await this.#options.engine.analyze({ path }, options, signal)).faces;
  }

  /** Bytes that the library knows under another path, or under this one with another date. */
  async #addPath(twin: Image, file: OnDisk, known: PhotoFileRow | undefined, record: Record): Promise<void> {
    const { library } = this.#options;
    const others = library.photoFiles.ofImages([twin.id]).filter(({ path }) => path !== file.path);
    const gone = (await Promise.all(others.map(async ({ path }) => ((await exists(path)) ? null : path)))).filter(
      (path) => path !== null,
    );
    this.#write(record, () => {
      if (twin.deletedAt !== null) {
        // Deleted by the user: it stays deleted. Without any file, it was replaced by an edit that is now undone.
        if (known?.imageId === twin.id || others.length > 0) {
          return skipped(file.path, 'deleted', 'This photo was deleted from the library.');
        }
        library.images.setDeleted([twin.id], false);
      }
      library.photoFiles.forget(gone);
      this.#holds(file, twin.id, known);
      if (known?.imageId === twin.id) return skipped(file.path, 'unchanged', 'Its bytes are those already imported.');
      if (gone.length > 0) return skipped(file.path, 'moved', 'It was moved; the library has followed it.');
      return { path: file.path, state: 'duplicate', imageId: twin.id, faces: 0 };
    });
  }

  /** This path holds this photo now. What it held before, if no other path has it, has become this photo. */
  #holds({ path, bytes, mtime }: OnDisk, imageId: Id, known: PhotoFileRow | undefined): void {
    const { library, engine } = this.#options;
    library.photoFiles.put({ path, imageId, bytes, mtime });
    if (!known || known.imageId === imageId) return;
    if (library.photoFiles.ofImages([known.imageId]).length === 0) {
      replacePhoto(library, known.imageId, imageId, engine.pack.embeddingModel);
    }
  }

  /** Names that another program gave are a user's word: the same name is the same person. */
  #nameByRegions(faces: readonly LibraryFace[]): void {
    const { library, accountId } = this.#options;
    for (const { id: faceId, regionName } of faces) {
      const name = regionName?.normalize('NFC').trim();
      if (!name) continue;
      const personId = library.persons.byName(accountId, name)[0]?.id ?? library.persons.create(accountId, name);
      library.persons.assign([{ faceId, personId, how: 'confirmed', confidence: null }]);
    }
  }

  #write(record: Record, work: () => ImportOutcome): void {
    this.#options.library.transaction(() => record(work()));
  }
}

async function lookAt(path: string): Promise<OnDisk> {
  try {
    const { size, mtimeMs } = await stat(path);
    return { path, bytes: size, mtime: mtimeMs };
  } catch (error: unknown) {
    const { code, message } = unreadable(path, error);
    throw new OrganizerError(code === 'not-found' ? 'not-found' : 'unreadable', message);
  }
}

const skipped = (path: string, code: string, message: string): ImportOutcome => ({
  path,
  state: 'skipped',
  code,
  message,
});

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
