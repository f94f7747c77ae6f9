/** `session`: there is one, and it has what all pages share. */
import { EventEmitter } from 'node:events';
import { setPermissionCheckHandler, setPermissionRequestHandler } from './permissions.ts';
import { protocol } from './protocol.ts';

const defaultSession = Object.assign(new EventEmitter(), {
  protocol,
  setPermissionRequestHandler,
  setPermissionCheckHandler,
});

export const session = { defaultSession };
