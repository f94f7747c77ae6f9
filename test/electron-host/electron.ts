/** The module `electron` of the main process: the part of it that main/desktop uses. README.md says how to add to it. */
export { app } from './main/app.ts';
export { BrowserWindow } from './main/browser-window.ts';
export { dialog } from './main/dialog.ts';
export { ipcMain } from './main/ipc-main.ts';
export { Menu, MenuItem } from './main/menu.ts';
export { nativeTheme } from './main/native-theme.ts';
export { Notification } from './main/notification.ts';
export { protocol } from './main/protocol.ts';
export { screen } from './main/screen.ts';
export { session } from './main/session.ts';
export { shell } from './main/shell.ts';
export { utilityProcess } from './main/utility-process.ts';
export { webContents } from './main/web-contents.ts';
