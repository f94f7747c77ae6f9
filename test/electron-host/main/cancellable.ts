/** Events that a listener may stop, as Electron sends them. */
import type { EventEmitter } from 'node:events';

export interface Cancellable {
  readonly defaultPrevented: boolean;
  preventDefault(): void;
}

/**
 * @param facts what the event object carries besides
 * @returns whether it may go on: nobody prevented it
 */
export function emitCancellable(on: EventEmitter, name: string, facts: object, ...args: readonly unknown[]): boolean {
  let prevented = false;
  const event: Cancellable = {
    ...facts,
    get defaultPrevented() {
      return prevented;
    },
    preventDefault() {
      prevented = true;
    },
  };
  on.emit(name, event, ...args);
  return !prevented;
}
