/** Imports and the folders that are followed. */
import type { importProcedures } from '../../preload/contract/imports.ts';
import { addWatchedFolders, removeWatchedFolders, watchedFolders } from '../organizer/import/watched-folders.ts';
import { DONE, type Family, needed, type Services } from './family.ts';
import { importProgress } from './import-progress.ts';

export const imports = ({ library, organizer }: Services): Family<typeof importProcedures> => ({
  'imports.start': ({ paths, ...options }) => {
    const jobId = organizer.import(paths, options);
    void organizer.run(jobId).catch(() => undefined); // The organizer has told it.
    return { jobId };
  },
  'imports.list': () => ({
    jobs: organizer.jobs().map(({ progress, roots, createdAt, finishedAt }) => ({
      progress: importProgress(progress),
      paths: roots,
      createdAt,
      finishedAt,
    })),
  }),
  'imports.pause': async ({ id }) => {
    await organizer.pause(id);
    return DONE;
  },
  'imports.resume': ({ id }) => {
    void organizer.resume(id).catch(() => undefined); // The organizer has told it.
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
  'folders.list': () => ({ folders: watchedFolders(library) }),
  'folders.add': ({ paths }) => {
    addWatchedFolders(library, paths);
    return DONE;
  },
  'folders.remove': ({ paths }) => {
    removeWatchedFolders(library, paths);
    return DONE;
  },
});
