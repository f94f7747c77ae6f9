/**
 * The composition root: a library, an engine and an organizer become Kindred, without any shell around it. The desktop
 * window and the server are shells; neither knows how the parts fit.
 */
import { join } from 'node:path';
import type { EventData, EventName } from '../preload/contract.ts';
import { type EngineOptions, startEngine } from './engine/client.ts';
import type { Engine } from './engine/engine.ts';
import { sweepExpired } from './faceapi/expiry.ts';
import { gatherNews } from './gather-news.ts';
import { toFailure } from './kindred-error.ts';
import { type Library, openLibrary } from './library/library.ts';
import { LibraryExaminer } from './library-examiner.ts';
import { LocalApi } from './local-api.ts';
import { Organizer } from './organizer/organizer.ts';
import { ThumbnailCache } from './organizer/thumbnail-cache.ts';
import { Timelines } from './organizer/timelines.ts';
import { createPictures, type Pictures } from './pictures.ts';
import { importProgress } from './procedures/import-progress.ts';
import { createProcedures } from './procedures/procedures.ts';
import { VERSION } from './version.ts';

/** How often to see whether the daily backup is due, ms: so that closing seldom has to wait for it. */
const BACKUP_CHECK = 3600 * 1000;

export type Listener = <Name extends EventName>(name: Name, data: EventData<Name>) => void;

export interface CoreOptions {
  /** Folder of the library. */
  readonly data: string;
  /** What the user should know of: a library that was repaired, an engine process that crashed. */
  readonly onNotice: (message: string) => void;
  readonly kind: 'window' | 'server' | 'command';
  readonly engine?: EngineOptions;
}

/** What a shell needs of Kindred. */
export interface Core {
  /** Answers a procedure of preload/contract.ts. */
  call(name: string, args: unknown): Promise<unknown>;
  /** Be told of every event of the contract. */
  follow(listener: Listener): void;
  readonly pictures: Pictures;
  /** Finish what is at hand, then close everything in order. */
  close(): Promise<void>;
}

/** Core with its parts, for shells that drive them directly: the command line. */
export interface OpenCore extends Core {
  readonly library: Library;
  readonly engine: Engine;
  readonly organizer: Organizer;
  readonly api: LocalApi;
}

/**
 * Opens the library as its owner and starts everything.
 *
 * @throws LibraryError when the library is in use, newer or unreadable; PackError for a damaged model pack
 */
export async function openCore(options: CoreOptions): Promise<OpenCore> {
  const { data, kind, onNotice } = options;
  const library = openLibrary(data, {
    role: 'owner',
    appVersion: VERSION,
    kind,
    onNotice: ({ message }) => onNotice(message),
  });
  try {
    const engine = await startEngine({
      ...options.engine,
      onCrash: ({ failure, while: file }) => onNotice(`The engine was restarted (${file}). ${failure.message}`),
    });
    return await assemble(library, engine, options);
  } catch (error: unknown) {
    await library.close();
    throw error;
  }
}

async function assemble(library: Library, engine: Engine, options: CoreOptions): Promise<OpenCore> {
  const { data, kind } = options;
  const listeners: Listener[] = [];
  const tell: Listener = (name, data) => {
    for (const listener of listeners) listener(name, data);
  };
  const onNotice = (message: string): void => {
    options.onNotice(message);
    tell('notice', { message });
  };
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
    onNotice(`What has expired could not be removed. ${toFailure(error).message}`),
  );
  const timelines = new Timelines(library);
  const examiner = new LibraryExaminer(data, options.engine?.fork);
  const call = createProcedures({ library, engine, organizer, thumbnails, api, timelines, examiner });
  const backups = setInterval(() => {
    library.backUpIfDue().catch((error: unknown) => onNotice(`The daily backup failed. ${toFailure(error).message}`));
  }, BACKUP_CHECK).unref();
  return {
    library,
    engine,
    organizer,
    api,
    pictures: createPictures(library, thumbnails, engine),
    call,
    follow: (listener) => void listeners.push(listener),
    async close() {
      clearInterval(backups);
      stopSweeping();
      examiner.close();
      await api.stop();
      await organizer.close();
      await engine.close();
      await library.close();
    },
  };
}
