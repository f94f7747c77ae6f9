/** The preload script: carries the contract over IPC, tells where dropped files lie, and gives the page nothing else. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Shell } from './shell.ts';

const shell: Shell = {
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
};

contextBridge.exposeInMainWorld('kindred', shell);
