/**
 * The connections of a server and how many calls each has at hand. A server that closes would wait for ever for one that
 * never asks for anything: its time limits end with its listening.
 */
import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export class OpenConnections {
  readonly #calls = new Map<Socket, number>();
  #closing = false;

  constructor(server: Server) {
    server.on('connection', (socket: Socket) => {
      this.#calls.set(socket, 0);
      socket.once('close', () => this.#calls.delete(socket));
    });
  }

  /** Every call has to be told of. */
  begin(socket: Socket, response: ServerResponse): void {
    this.#count(socket, 1);
    response.once('close', () => this.#count(socket, -1));
  }

  /** Closes those that have no call at hand, now; the others as soon as they have none. */
  close(): void {
    this.#closing = true;
    for (const [socket, calls] of this.#calls) if (calls === 0) socket.destroy();
  }

  /** Closes all, whatever they have at hand. */
  breakOff(): void {
    for (const socket of this.#calls.keys()) socket.destroy();
  }

  #count(socket: Socket, change: 1 | -1): void {
    const calls = this.#calls.get(socket);
    if (calls === undefined) return;
    this.#calls.set(socket, calls + change);
    // What has been written is sent before.
    if (this.#closing && calls + change === 0) socket.destroySoon();
  }
}
