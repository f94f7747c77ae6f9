/** The DevTools protocol over a WebSocket, typed by Playwright's own table of commands and events. */
import { EventEmitter } from 'node:events';
import type { CDPSession } from '@playwright/test';

/** A line to one page (or, without a session id, to the browser itself). */
export interface Session {
  /** @throws Error with the protocol's own message, or when Chromium is gone */
  readonly send: CDPSession['send'];
  readonly on: CDPSession['on'];
}

export interface Devtools extends Session {
  /** @param sessionId of Target.attachToTarget, flattened */
  session(sessionId: string): Session;
}

interface Message {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly method?: string;
  readonly params?: unknown;
  readonly sessionId?: string;
}

/** @param address ws://… as Chromium prints it */
export async function openDevtools(address: string): Promise<Devtools> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error(`No DevTools at ${address}`));
  });
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const sessions = new Map<string | undefined, EventEmitter>();
  let last = 0;

  const send = (sessionId: string | undefined, method: string, params: unknown): Promise<unknown> => {
    const answer = Promise.withResolvers<unknown>();
    if (socket.readyState !== WebSocket.OPEN) answer.reject(new Error('Chromium is gone'));
    else {
      waiting.set(++last, answer);
      socket.send(JSON.stringify({ id: last, method, params: params ?? {}, sessionId }));
    }
    return answer.promise;
  };
  socket.onmessage = ({ data }) => {
    const message: Message = JSON.parse(String(data));
    const answer = waiting.get(message.id ?? 0);
    if (!answer) sessions.get(message.sessionId)?.emit(message.method ?? '', message.params);
    else if (message.error) answer.reject(new Error(message.error.message));
    else answer.resolve(message.result);
    waiting.delete(message.id ?? 0);
  };
  socket.onclose = () => {
    for (const answer of waiting.values()) answer.reject(new Error('Chromium is gone'));
    waiting.clear();
  };

  const open = (sessionId?: string): Session => {
    const events = new EventEmitter();
    sessions.set(sessionId, events);
    // The protocol says what belongs to which method; TypeScript cannot follow it through JSON.
    return {
      send: (method: string, params?: unknown) => send(sessionId, method, params),
      on: events.on.bind(events),
    } as unknown as Session;
  };
  return { ...open(), session: open };
}
