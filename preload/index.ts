/** The preload script: carries the contract over IPC, asks the system for what only it can do, and gives the page nothing else. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Shell } from './shell.ts';

const SYSTEMS: Readonly<Record<string, Shell['system']>> = { darwin: 'mac', win32: 'windows' };

const shell: Shell = {
  system: SYSTEMS[process.platform] ?? 'other',
  send: (name, args) => ipcRenderer.invoke('call', name, args),
  on(name, listener) {
    const receive = (_event: unknown, sent: unknown, data: unknown): void => {
      if (sent === name) listener(data);
    };
    ipcRenderer.on('event', receive);
    return () => ipcRenderer.off('event', receive);
  },
  pathOf: (file) => webUtils.getPathForFile(file),
  choose: (question) => ipcRenderer.invoke('choose', question),
  showFile: (file) => ipcRenderer.invoke('show-file', file),
};

contextBridge.exposeInMainWorld('kindred', shell);
