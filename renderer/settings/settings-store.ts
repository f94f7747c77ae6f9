/** What the user has chosen, read at the start and followed; how the window looks and speaks comes from here. */
import { create } from 'zustand';
import type { Args, Result } from '../../preload/contract.ts';
import { call, on } from '../bridge.ts';
import { attempt } from '../changes/attempt.ts';
import { oneAfterAnother } from '../one-after-another.ts';
import { speak } from '../strings/strings.ts';

type Settings = Result<'settings.get'>;

/** Until they have been read: what nobody has chosen yet. */
export const useSettings = create<Settings>(() => ({
  window: { appearance: 'system', density: 'comfortable', language: 'system', showAttractive: false },
  recognition: { automaticFrom: null, smallestFace: 0 },
  thumbnailSize: 'standard',
}));

function take(settings: Settings): void {
  const { appearance, density, language } = settings.window;
  const { dataset } = document.documentElement;
  if (appearance === 'system') delete dataset.theme;
  else dataset.theme = appearance;
  dataset.density = density;
  speak(language === 'system' ? null : language);
  useSettings.setState(settings);
}

export async function setSettings(changed: Args<'settings.set'>): Promise<void> {
  const settings = await attempt(() => call('settings.set', changed));
  if (settings) take(settings);
}

const readSettings = oneAfterAnother(async () => {
  const settings = await attempt(() => call('settings.get', {}));
  if (settings) take(settings);
});

/** Call once, when the window starts. @returns when the window looks and speaks as it should */
export function followSettings(): Promise<void> {
  on('library.changed', ({ kinds }) => {
    if (kinds.includes('settings')) void readSettings();
  });
  return readSettings();
}
