/** The windows that are open, oldest first; the application ends or goes on by them. */
import type { BrowserWindow } from './browser-window.ts';

export const windows = new Set<BrowserWindow>();
