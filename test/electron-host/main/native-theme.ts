/** `nativeTheme`: light or dark, as the application chooses; without a choice the system here is light. */
import { EventEmitter } from 'node:events';
import { windows } from './windows.ts';

type Source = 'system' | 'light' | 'dark';

class NativeTheme extends EventEmitter {
  #source: Source = 'system';

  get themeSource(): Source {
    return this.#source;
  }

  set themeSource(source: Source) {
    this.#source = source;
    for (const { webContents } of windows) void webContents.showTheme(source);
    this.emit('updated');
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark';
  }
}

export const nativeTheme = new NativeTheme();
