/** Imports and the folders that are followed. */
import type { importProcedures } from '../../preload/contract/imports.ts';
import { DEFAULT_LIMITS } from '../engine/decode/limits.ts';
import { PHOTO_EXTENSIONS, SYSTEM_FOLDERS } from '../organizer/import/scan.ts';
import { addWatchedFolders, removeWatchedFolders, watchedFolders } from '../organizer/import/watched-folders.ts';
import { DONE, type Family, needed, type Services } from './family.ts';
import { importProgress } from './import-progress.ts';
import { existing, isFolderMissing } from './places.ts';

/** A drop may be of thousands of files; a list names it by its first ones. */
const SHOWN_PATHS = 10;

export const imports = ({ library, organizer }: Services): Family<typeof importProcedures> => ({
  'imports.start': async ({ paths, ...options }) => {
    const jobId = organizer.import(await existing(paths, 'anything'), options);
    void organizer.run(jobId).catch(() => undefined); // The organizer has told it.
    return { jobId };
  },
  'imports.list': () => ({
    jobs: organizer.jobs().map(({ progress, roots, createdAt, finishedAt }) => ({
      progress: importProgress(progress),
      paths: roots.slice(0, SHOWN_PATHS),
      pathCount: roots.length,
      createdAt,
      finishedAt,
    })),
  }),
  'imports.pause': async ({ id }) => {
    await organizer.pause(id);
    return DONE;
  },
  'imports.resume': ({ id }) => {
    organizer.resume(id);
    return DONE;
  },
  'imports.cancel': async ({ id }) => {
    await organizer.cancel(id);
    return DONE;
  },
  'imports.retry': ({ id }) => ({ retried: organizer.retry(id) }),
  'imports.files': ({ id, state, after, limit }) => {
    needed(library.importJobs.byId(id), 'import');
    const files = library.importJobs.files(id, state, after, limit);
    return {
      files: files.map(({ path, code, message, imageId }) => ({ path, code, message, photoId: imageId })),
      next: files.length === limit ? (files.at(-1)?.path ?? null) : null,
    };
  },
  'uploads.rules': () => ({
    extensions: [...PHOTO_EXTENSIONS],
    systemFolders: [...SYSTEM_FOLDERS],
    mostBytes: DEFAULT_LIMITS.fileBytes,
  }),
  'folders.list': async () => ({
    folders: await Promise.all(
      watchedFolders(library).map(async (path) => ({ path, missing: await isFolderMissing(path) })),
    ),
  }),
  'folders.add': async ({ paths }) => {
    addWatchedFolders(library, await existing(paths, 'folders'));
    return DONE;
  },
  'folders.remove': ({ paths }) => {
    removeWatchedFolders(library, paths);
    return DONE;
  },
});
