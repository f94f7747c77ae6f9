/** Light or dark as the settings say: what the system draws around the page (its frame, menus, dialogs) goes with it. */
import { nativeTheme } from 'electron';
import type { Core } from '../../core.ts';
import { ask, on } from '../ask-core.ts';

export async function followAppearance(core: Core): Promise<void> {
  const take = async (): Promise<void> => {
    const { appearance } = (await ask(core, 'settings.get', {})).window;
    if (nativeTheme.themeSource !== appearance) nativeTheme.themeSource = appearance;
  };
  on(core, 'library.changed', ({ kinds }) => {
    if (kinds.includes('settings')) void take();
  });
  await take();
}
