/** `ipcMain`: what pages call, and what answers them. */
import { EventEmitter } from 'node:events';

/** Which frame of which page has called. */
export interface IpcEvent {
  readonly sender: unknown;
  readonly senderFrame: { readonly url: string; readonly origin: string; readonly parent: null };
}

type Handler = (event: IpcEvent, ...args: unknown[]) => unknown;

class IpcMain extends EventEmitter {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.#handlers.set(channel, handler);
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** @internal @throws Error when nobody handles the channel, or with what its handler throws */
  async answer(channel: string, event: IpcEvent, args: readonly unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return handler(event, ...args);
  }
}

export const ipcMain = new IpcMain();
