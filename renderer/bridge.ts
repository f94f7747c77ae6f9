/** Main, as the renderer calls it: typed by the contract, checked on the way in, whatever carries it. */
import {
  Answer,
  type Args,
  type EventData,
  type EventName,
  events,
  type ProcedureName,
  procedures,
  type Result,
} from '../preload/contract.ts';
import type { Shell } from '../preload/shell.ts';
import { BridgeError } from './bridge-error.ts';
import { httpTransport } from './http-transport.ts';

declare global {
  interface Window {
    /** Put there by the preload script; absent in an ordinary browser. */
    readonly kindred?: Shell;
  }
}

const transport = window.kindred ?? httpTransport();

/** @throws BridgeError with main's own code and message */
export async function call<Name extends ProcedureName>(name: Name, args: Args<Name>): Promise<Result<Name>> {
  const ok = taken(await transport.send(name, args));
  // The table pairs each name with its schema; TypeScript does not follow that pairing through an index.
  return procedures[name].result.parse(ok) as Result<Name>;
}

/** What came of a call, whoever carried it. @throws BridgeError */
export function taken(sent: unknown): unknown {
  const answer = Answer.parse(sent);
  if ('error' in answer) throw new BridgeError(answer.error);
  return answer.ok;
}

type Listener = (data: never) => void;

/** Each event is listened for once and checked once, however many want to know. */
const listeners = new Map<EventName, Set<Listener>>();

function listenersOf(name: EventName): Set<Listener> {
  const known = listeners.get(name);
  if (known) return known;
  const made = new Set<Listener>();
  listeners.set(name, made);
  transport.on(name, (data) => {
    const checked = events[name].parse(data);
    for (const listener of [...made]) {
      try {
        listener(checked as never);
      } catch (error: unknown) {
        // Seen in the log, and the others are told all the same.
        reportError(error);
      }
    }
  });
  return made;
}

/** @returns the way to stop listening */
export function on<Name extends EventName>(name: Name, listener: (data: EventData<Name>) => void): () => void {
  // Each a listener of its own, though it may be the same function.
  const own: Listener = (data: EventData<Name>) => listener(data);
  const all = listenersOf(name);
  all.add(own);
  return () => all.delete(own);
}
