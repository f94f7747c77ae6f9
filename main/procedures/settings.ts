/** Settings, and facts about the library and the models. */
import { statSync } from 'node:fs';
import { type settingsProcedures, WindowSettings } from '../../preload/contract/settings.ts';
import { listBackups } from '../library/backups.ts';
import type { Library } from '../library/library.ts';
import { libraryFile } from '../library/prepare.ts';
import { automaticFrom, setAutomaticFrom, setSmallestFace, smallestFace } from '../organizer/people/settings.ts';
import { setThumbnailSize, thumbnailSize } from '../organizer/thumbnail-size.ts';
import { VERSION } from '../version.ts';
import { DONE, type Family, type Services } from './family.ts';

const WINDOW = 'window';

export const settings = ({
  library,
  engine,
  organizer,
  thumbnails,
  examiner,
  packs,
  reopen,
}: Services): Family<typeof settingsProcedures> => ({
  'settings.get': () => read(library),
  'settings.set': ({ window, recognition, thumbnailSize: wanted }) => {
    library.transaction(() => {
      if (window) library.settings.set(WINDOW, { ...windowSettings(library), ...window });
      if (recognition?.automaticFrom !== undefined) setAutomaticFrom(library, recognition.automaticFrom ?? 'never');
      if (wanted) setThumbnailSize(library, wanted);
      if (recognition?.smallestFace !== undefined) setSmallestFace(library, recognition.smallestFace);
    });
    return read(library);
  },
  'recognition.small': ({ below }) => organizer.people.countSmall(below),
  'model.facts': () => {
    const { name, version, licence, embeddingModel } = engine.pack;
    const { reEmbedded, waiting } = organizer.people;
    const total = library.counts().faces;
    return {
      ...{ name, version, licence, embeddingModel, waiting },
      reEmbedding: reEmbedded === null ? null : { done: reEmbedded, total: Math.max(total, reEmbedded) },
    };
  },
  'models.list': async () => ({ packs: await packs.list() }),
  'models.add': async ({ path }) => ({ id: await packs.add(path) }),
  'models.choose': async ({ id }) => {
    if (await packs.choose(id)) reopen();
    return DONE;
  },
  'models.remove': async ({ id }) => {
    await packs.remove(id);
    return DONE;
  },
  'library.facts': () => ({
    version: VERSION,
    folder: library.directory,
    bytes: statSync(libraryFile(library.directory)).size,
    counts: library.counts(),
    backups: listBackups(library.directory),
  }),
  'library.thumbnails': () => thumbnails.size(),
  'library.backup': async ({ path, replaces }) => {
    if (path === undefined) return { file: await library.backUpNow() };
    await library.backup(path, replaces);
    return { file: path };
  },
  'library.inspect': ({ path }) => examiner.inspect(path),
  'library.restore': async ({ path }) => {
    await examiner.stage(path);
    reopen();
    return DONE;
  },
  'library.check': async () => ({ findings: await examiner.check() }),
});

function read(library: Library) {
  const from = automaticFrom(library);
  return {
    window: windowSettings(library),
    recognition: { automaticFrom: Number.isFinite(from) ? from : null, smallestFace: smallestFace(library) },
    thumbnailSize: thumbnailSize(library),
  };
}

/** What another version has written and this one does not know is as if it had never been set. */
const windowSettings = (library: Library): WindowSettings =>
  WindowSettings.safeParse(library.settings.get(WINDOW) ?? {}).data ?? WindowSettings.parse({});
