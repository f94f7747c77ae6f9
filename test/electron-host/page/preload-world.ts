/** What a sandboxed preload script finds: `electron` with contextBridge, ipcRenderer and webUtils, and a little `process`. */
import type { DroppedFiles } from './dropped-files.ts';
import type { Wire } from './wire.ts';

/** From the page to main, as text. */
export type FromPage =
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly args: string }
  | { readonly kind: 'send'; readonly channel: string; readonly args: string }
  | { readonly kind: 'files'; readonly id: number; readonly count: number };

/** From main to the page. */
export type ToPage =
  | { readonly kind: 'answer'; readonly id: number; readonly value: string }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string }
  | { readonly kind: 'event'; readonly channel: string; readonly args: string }
  | { readonly kind: 'paths'; readonly id: number; readonly paths: readonly string[] };

interface PreloadParts {
  readonly wire: Wire;
  readonly platform: string;
  readonly expose: (name: string, api: unknown) => void;
  readonly watchDroppedFiles: (ask: (id: number, count: number) => void) => DroppedFiles;
  /** The preload script itself, as CommonJS. */
  readonly preload: (require: (name: string) => unknown, process: object, exports: object, module: object) => void;
}

/**
 * Runs in the preload's world by its source text: it may use nothing from outside itself. Main talks to it by
 * `__electronHostDeliver`, it to main by the protocol's binding `__electronHostSend`.
 */
export function preloadWorld({ wire, platform, expose, watchDroppedFiles, preload }: PreloadParts): void {
  type Listener = (event: object, ...args: unknown[]) => void;
  const world = globalThis as typeof globalThis & { __electronHostSend: (text: string) => void };
  const toMain = world.__electronHostSend;
  const send = (message: FromPage): void => toMain(JSON.stringify(message));
  const calls = new Map<number, PromiseWithResolvers<unknown>>();
  const listeners = new Map<string, Listener[]>();
  const files = watchDroppedFiles((id, count) => send({ kind: 'files', id, count }));
  let last = 0;

  const ipcRenderer = {
    invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const call = Promise.withResolvers<unknown>();
      calls.set(++last, call);
      send({ kind: 'invoke', id: last, channel, args: wire.pack(args) });
      return call.promise;
    },
    send: (channel: string, ...args: unknown[]): void => send({ kind: 'send', channel, args: wire.pack(args) }),
    on(channel: string, listener: Listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    off(channel: string, listener: Listener) {
      const before = listeners.get(channel) ?? [];
      listeners.set(
        channel,
        before.filter((other) => other !== listener),
      );
      return ipcRenderer;
    },
  };

  const deliver = (message: ToPage): void => {
    switch (message.kind) {
      case 'answer':
        calls.get(message.id)?.resolve(wire.unpack(message.value));
        calls.delete(message.id);
        return;
      case 'failure':
        calls.get(message.id)?.reject(new Error(message.message));
        calls.delete(message.id);
        return;
      case 'event':
        for (const listener of listeners.get(message.channel) ?? []) {
          listener({ sender: ipcRenderer, ports: [] }, ...(wire.unpack(message.args) as unknown[]));
        }
        return;
      case 'paths':
        files.settle(message.id, message.paths);
    }
  };
  Object.assign(globalThis, { __electronHostDeliver: deliver });

  const electron = {
    contextBridge: { exposeInMainWorld: expose },
    ipcRenderer,
    webUtils: { getPathForFile: files.pathOf },
  };
  preload(
    (name) => {
      if (/^electron(\/(renderer|common))?$/.test(name)) return electron;
      throw new Error(`module not found: ${name}`);
    },
    {
      platform,
      type: 'renderer',
      sandboxed: true,
      contextIsolated: true,
      versions: { electron: '0.0.0-host' },
      env: {},
      argv: [],
    },
    {},
    { exports: {} },
  );
}
