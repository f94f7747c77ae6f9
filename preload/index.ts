/** The preload script: carries the contract over IPC and gives the page nothing else. */
import { contextBridge, ipcRenderer } from 'electron';
import type { Transport } from './contract.ts';

const transport: Transport = {
  send: (name, args) => ipcRenderer.invoke('call', name, args),
  on(name, listener) {
    const receive = (_event: unknown, sent: unknown, data: unknown): void => {
      if (sent === name) listener(data);
    };
    ipcRenderer.on('event', receive);
    return () => ipcRenderer.off('event', receive);
  },
};

contextBridge.exposeInMainWorld('kindred', transport);
