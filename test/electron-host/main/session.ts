/** `session`: there is one, and it has what all pages share. */
import { EventEmitter } from 'node:events';
import { setPermissionCheckHandler, setPermissionRequestHandler } from './permissions.ts';
import { protocol } from './protocol.ts';

/** Nothing is spelt here; what the application wants of it can be asked. */
let isSpelling = true;

const defaultSession = Object.assign(new EventEmitter(), {
  protocol,
  setPermissionRequestHandler,
  setPermissionCheckHandler,
  isSpellCheckerEnabled: (): boolean => isSpelling,
  setSpellCheckerEnabled(enable: boolean): void {
    isSpelling = enable;
  },
  setSpellCheckerDictionaryDownloadURL(url: string): void {
    if (!URL.canParse(url)) throw new TypeError('The URL of dictionaries is not valid');
  },
});

export const session = { defaultSession };
