/** For tests: everything behind the window over a made-up library, called as the window calls it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Notice } from '../../preload/contract/notices.ts';
import type { Args, EventData, ProcedureName, Result } from '../../preload/contract.ts';
import type { Library } from '../library/library.ts';
import { LibraryExaminer } from '../library-examiner.ts';
import { LocalApi } from '../local-api.ts';
import { ModelPacks } from '../model-packs.ts';
import { Notices } from '../notices.ts';
import { Exports } from '../organizer/export/exports.ts';
import { type FakeEngine, fakeEngine } from '../organizer/import/fake-engine.ts';
import { MadeUpLibrary, madeUpEngine } from '../organizer/made-up-library.ts';
import { Organizer } from '../organizer/organizer.ts';
import { ThumbnailCache } from '../organizer/thumbnail-cache.ts';
import { Timelines } from '../organizer/timelines.ts';
import { createProcedures } from './procedures.ts';

export interface TestWindow {
  readonly home: MadeUpLibrary;
  readonly library: Library;
  readonly engine: FakeEngine;
  readonly organizer: Organizer;
  /** A folder of its own for photos and what else a test writes. */
  readonly folder: string;
  readonly notices: string[];
  /** What was told of exports. */
  readonly exported: EventData<'export.progress'>[];
  /** How often everything would have been closed and opened anew. */
  readonly reopenings: { readonly count: number };
  readonly call: <Name extends ProcedureName>(name: Name, args: Args<Name>) => Promise<Result<Name>>;
  /** As it comes from a window that nobody checks. */
  readonly callUnchecked: (name: string, args: unknown) => Promise<unknown>;
}

/** Opens everything; closed after the test. */
export async function openWindow(): Promise<TestWindow> {
  const folder = mkdtempSync(join(tmpdir(), 'kindred-window-'));
  const home = new MadeUpLibrary();
  const { library } = home;
  const engine = Object.assign(fakeEngine(), madeUpEngine());
  const thumbnails = new ThumbnailCache(join(folder, 'thumbnails'));
  const notices: string[] = [];
  const onNotice = ({ message }: Notice): void => void notices.push(message);
  const organizer = new Organizer({
    ...{ library, engine, thumbnails, onNotice },
    onChange: () => undefined,
    onProgress: () => undefined,
  });
  await organizer.open();
  const { likeness } = organizer.people;
  const api = new LocalApi({ library, engine, likeness, onFault: onNotice, onCall: () => undefined });
  const examiner = new LibraryExaminer(library.directory);
  const exported: EventData<'export.progress'>[] = [];
  const exports = new Exports(library, (progress) => exported.push(progress));
  const reopenings = { count: 0 };
  const callUnchecked = createProcedures({
    ...{
      library,
      engine,
      organizer,
      thumbnails,
      api,
      examiner,
      packs: new ModelPacks(library, {}),
      exports,
      notices: new Notices(() => undefined),
    },
    timelines: new Timelines(library),
    reopen: () => {
      reopenings.count++;
    },
  });
  onTestFinished(async () => {
    await api.stop();
    examiner.close();
    await exports.close();
    await organizer.close();
    await home.close();
    rmSync(folder, { recursive: true });
  });
  return {
    ...{ home, library, engine, organizer, folder, notices, exported, reopenings, callUnchecked },
    call: async <Name extends ProcedureName>(name: Name, args: Args<Name>) =>
      (await callUnchecked(name, args)) as Result<Name>,
  };
}
