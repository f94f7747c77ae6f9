/** The source texts that every page begins with. A function's text is the function: Node has taken its types away. */
import { bridgeInPage, bridgeInPreload, createCrossing } from './bridge.ts';
import { watchDroppedFiles } from './dropped-files.ts';
import { preloadWorld } from './preload-world.ts';
import { createWire } from './wire.ts';

/** Begins the names of the events between the worlds of our pages. */
const TOKEN = JSON.stringify(`electron-host-${process.pid}-`);

export const pageSource = (): string => `(${bridgeInPage})(${TOKEN}, ${createCrossing});`;

/** @param preload text of the application's preload script */
export const preloadSource = (preload: string): string => `(${preloadWorld})({
  wire: (${createWire})(),
  platform: ${JSON.stringify(process.platform)},
  expose: (${bridgeInPreload})(${TOKEN}, ${createCrossing}),
  watchDroppedFiles: ${watchDroppedFiles},
  preload: function (require, process, exports, module) {${preload}
  },
});`;
