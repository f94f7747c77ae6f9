/** Starts Chromium once the application's module has been evaluated, and says `ready`: Electron's own order. */
import { launchBrowser } from '../browser/browser-process.ts';
import { app } from './app.ts';
import { connectBrowser } from './browser.ts';
import { session } from './session.ts';

/** Switches of the application that Chromium is told as well. */
const PASSED_ON = ['force-device-scale-factor', 'lang'];

export async function startBrowser(): Promise<void> {
  const browser = await launchBrowser({
    // In the user's data, so that what pages keep (localStorage, say) outlives a restart, as in Electron.
    profile: `${app.getPath('sessionData')}/Chromium`,
    switches: PASSED_ON.filter((name) => app.commandLine.hasSwitch(name)).map(
      (name) => `--${name}=${app.commandLine.getSwitchValue(name)}`,
    ),
  });
  void browser.ended.then(() => {
    console.error('Chromium has ended.');
    app.exit(1);
  });
  connectBrowser(browser.devtools);
  app.emit('session-created', session.defaultSession);
  app.becomeReady();
}
