/**
 * What pages may ask for. Chromium cannot ask us when a page asks it, so it is told all answers when a page is opened:
 * the application's handlers are asked about every permission then.
 */
import { browser } from './browser.ts';
import { toChromium } from './scheme-address.ts';

/** Electron's names, and those of Chromium's permissions that each stands for. */
const PERMISSIONS: Readonly<Record<string, readonly string[]>> = {
  'clipboard-read': ['clipboard-read'],
  geolocation: ['geolocation'],
  'idle-detection': ['idle-detection'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  notifications: ['notifications'],
};

type RequestHandler = (contents: unknown, permission: string, answer: (granted: boolean) => void) => void;
type CheckHandler = (contents: unknown, permission: string, origin: string) => boolean;

let request: RequestHandler | null = null;
let check: CheckHandler | null = null;

export const setPermissionRequestHandler = (handler: RequestHandler | null): void => {
  request = handler;
};
export const setPermissionCheckHandler = (handler: CheckHandler | null): void => {
  check = handler;
};

/** @param origin of the page that is opened, as the application writes it, e.g. app://kindred */
export async function applyPermissions(contents: unknown, origin: string): Promise<void> {
  for (const [permission, names] of Object.entries(PERMISSIONS)) {
    const granted = (check?.(contents, permission, `${origin}/`) ?? true) && (await ask(contents, permission));
    for (const name of names) {
      await browser().send('Browser.setPermission', {
        permission: { name },
        setting: granted ? 'granted' : 'denied',
        origin: toChromium(origin),
      });
    }
  }
}

/** Electron grants everything unless the application says otherwise. */
const ask = (contents: unknown, permission: string): Promise<boolean> =>
  new Promise((resolve) => (request ? request(contents, permission, resolve) : resolve(true)));
