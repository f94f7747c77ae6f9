/** What the palette can do, besides leading somewhere. */
import { readApiState, turnApi } from '../api/api-store.ts';
import { redo, undo } from '../changes/change.ts';
import { go } from '../navigation/route.ts';
import { closePhoto } from '../photo/open-photo.ts';
import { allPhotos } from '../photos/all-photos.ts';
import { zoomGrid } from '../photos/row-height.ts';
import type { PhotoFilter } from '../photos/timeline.ts';
import { backUpLibrary } from '../settings/back-up-library.ts';
import { setSettings } from '../settings/settings-store.ts';
import { showShortcuts } from '../shortcuts/shortcuts-store.ts';
import { closeWho } from '../who/who-store.ts';

type Command =
  | 'import'
  | 'undo'
  | 'redo'
  | 'everything'
  | 'unnamed'
  | 'withoutFaces'
  | 'missing'
  | 'bin'
  | 'larger'
  | 'smaller'
  | 'light'
  | 'dark'
  | 'system'
  | 'english'
  | 'chinese'
  | 'apiOn'
  | 'apiOff'
  | 'backup'
  | 'review'
  | 'shortcuts';

/** Nothing lies over the view that is gone to. */
function leave(): void {
  closeWho();
  closePhoto();
}

function photosThat(filter: PhotoFilter): void {
  leave();
  void allPhotos.ask({ filter });
  go('photos');
}

async function turn(on: boolean): Promise<void> {
  const state = await readApiState();
  if (state) await turnApi(on, state.port);
}

const COMMANDS: Readonly<Record<Command, () => void>> = {
  import() {
    leave();
    go('imports');
  },
  undo: () => void undo(),
  redo: () => void redo(),
  everything: () => photosThat({}),
  unnamed: () => photosThat({ faces: 'unnamed' }),
  withoutFaces: () => photosThat({ faces: 'without' }),
  missing: () => photosThat({ missing: true }),
  bin: () => photosThat({ deleted: true }),
  larger: () => zoomGrid(1),
  smaller: () => zoomGrid(-1),
  light: () => void setSettings({ window: { appearance: 'light' } }),
  dark: () => void setSettings({ window: { appearance: 'dark' } }),
  system: () => void setSettings({ window: { appearance: 'system' } }),
  english: () => void setSettings({ window: { language: 'en' } }),
  chinese: () => void setSettings({ window: { language: 'zh' } }),
  apiOn: () => void turn(true),
  apiOff: () => void turn(false),
  backup: () => void backUpLibrary(null),
  review() {
    leave();
    go('people', null, 'review');
  },
  shortcuts: showShortcuts,
};

export const COMMAND_NAMES = Object.keys(COMMANDS) as Command[];

export const runCommand = (command: Command): void => COMMANDS[command]();
