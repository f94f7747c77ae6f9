/**
 * The parts of an open Kindred and how they fit: a library, an engine and an organizer, the local API, and what answers
 * the window. core.ts opens them, and opens them anew when a backup or another model pack has taken its place.
 */
import { join } from 'node:path';
import type { Notice } from '../preload/contract/notices.ts';
import type { EventData, EventName } from '../preload/contract.ts';
import type { EngineOptions } from './engine/client.ts';
import type { Engine } from './engine/engine.ts';
import { sweepExpired } from './faceapi/expiry.ts';
import { gatherNews } from './gather-news.ts';
import { toError } from './kindred-error.ts';
import { type Library, openLibrary } from './library/library.ts';
import { LibraryExaminer } from './library-examiner.ts';
import { LocalApi } from './local-api.ts';
import { ModelPacks, startChosenEngine } from './model-packs.ts';
import { type Notices, trouble } from './notices.ts';
import { Exports } from './organizer/export/exports.ts';
import { Organizer } from './organizer/organizer.ts';
import { ThumbnailCache } from './organizer/thumbnail-cache.ts';
import { Timelines } from './organizer/timelines.ts';
import { createPictures, type Pictures } from './pictures.ts';
import { importProgress } from './procedures/import-progress.ts';
import { createProcedures, type Procedures } from './procedures/procedures.ts';
import { VERSION } from './version.ts';

/** How often to see whether the daily backup is due, ms: so that closing seldom has to wait for it. */
const BACKUP_CHECK = 3600 * 1000;

export type Listener = <Name extends EventName>(name: Name, data: EventData<Name>) => void;

export interface CoreOptions {
  /** Folder of the library. */
  readonly data: string;
  /** What the user should know of: a library that was repaired, an engine process that crashed. */
  readonly onNotice: (notice: Notice) => void;
  readonly kind: 'window' | 'server' | 'command';
  readonly engine?: EngineOptions;
}

export interface Parts {
  readonly library: Library;
  readonly engine: Engine;
  readonly organizer: Organizer;
  readonly api: LocalApi;
  readonly pictures: Pictures;
  readonly call: Procedures;
  /** A procedure has prepared something that shows when everything is opened again. */
  readonly wantsReopening: boolean;
  /** Finish what is at hand, then close everything in order. */
  close(): Promise<void>;
}

/**
 * Opens the library as its owner and starts everything.
 *
 * @param tell every event of the contract
 * @throws LibraryError when the library is in use, newer or unreadable; PackError for a damaged model pack
 */
export async function openParts(options: CoreOptions, notices: Notices, tell: Listener): Promise<Parts> {
  const { data, kind } = options;
  const onNotice = (notice: Notice): void => notices.add(notice);
  const library = openLibrary(data, { role: 'owner', appVersion: VERSION, kind, onNotice });
  try {
    const engineOptions: EngineOptions = {
      ...options.engine,
      onCrash: ({ failure, while: file }) =>
        onNotice(trouble('engine-restarted', `The engine was restarted (${file}).`, toError(failure), file)),
    };
    const engine = await startChosenEngine(library, engineOptions, onNotice);
    return await assemble(library, engine, options, notices, tell);
  } catch (error: unknown) {
    await library.close();
    throw error;
  }
}

async function assemble(
  library: Library,
  engine: Engine,
  options: CoreOptions,
  notices: Notices,
  tell: Listener,
): Promise<Parts> {
  const { data, kind } = options;
  const onNotice = (notice: Notice): void => notices.add(notice);
  const thumbnails = new ThumbnailCache(join(data, 'thumbnails'));
  const organizer = new Organizer({
    library,
    engine,
    thumbnails,
    onNotice,
    onChange: gatherNews((kinds) => tell('library.changed', { kinds })),
    onProgress: (progress) => tell('import.progress', importProgress(progress)),
  });
  await organizer.open();
  const api = new LocalApi({
    library,
    engine,
    likeness: organizer.people.likeness,
    onFault: onNotice,
    onCall: (record) => tell('api.called', record),
  });
  // A short command is gone before anybody could call.
  if (kind !== 'command') await api.startIfWanted();
  const stopSweeping = sweepExpired(library, (error) =>
    onNotice(trouble('expiry-failed', 'What has expired could not be removed.', error)),
  );
  const timelines = new Timelines(library);
  const fork = options.engine?.fork;
  const examiner = new LibraryExaminer(data, fork);
  const exports = new Exports(library, (progress) => tell('export.progress', progress));
  const packs = new ModelPacks(library, fork ? { fork } : {});
  let wantsReopening = false;
  const call = createProcedures({
    ...{ library, engine, organizer, thumbnails, api, timelines, examiner, packs, exports, notices },
    reopen: () => {
      wantsReopening = true;
    },
  });
  const backups = setInterval(() => {
    library
      .backUpIfDue()
      .catch((error: unknown) => onNotice(trouble('backup-failed', 'The daily backup failed.', error)));
  }, BACKUP_CHECK).unref();
  return {
    ...{ library, engine, organizer, api, call },
    pictures: createPictures(library, thumbnails, engine, (id) => tell('thumbnail.improved', { id })),
    get wantsReopening() {
      return wantsReopening;
    },
    async close() {
      clearInterval(backups);
      stopSweeping();
      examiner.close();
      await exports.close();
      await api.stop();
      await organizer.close();
      await engine.close();
      await library.close();
    },
  };
}
