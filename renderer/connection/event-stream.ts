/**
 * What main tells a page in an ordinary browser. A stream that breaks off is opened again for as long as the page is; what
 * was told meanwhile is not told again, so that then everything counts as changed.
 */
import { type EventName, events, type Transport } from '../../preload/contract.ts';
import { useConnection } from './connection-store.ts';

/** Ms between two tries. */
const AGAIN = 2000;

const NAMES = Object.keys(events) as EventName[];
const EVERYTHING = { kinds: events['library.changed'].shape.kinds.element.options };

export function eventStream(): Transport['on'] {
  const listeners = new Map<EventName, Set<(data: unknown) => void>>(NAMES.map((name) => [name, new Set()]));
  const tell = (name: EventName, data: unknown): void => {
    for (const listener of listeners.get(name) ?? []) listener(data);
  };
  let hasMissed = false;

  function open(): void {
    const stream = new EventSource('/rpc/events');
    for (const name of NAMES) {
      stream.addEventListener(name, ({ data }: MessageEvent<string>) => tell(name, JSON.parse(data)));
    }
    stream.onopen = () => {
      useConnection.setState({ connection: 'there' });
      if (hasMissed) tell('library.changed', EVERYTHING);
      hasMissed = false;
    };
    stream.onerror = async () => {
      hasMissed = true;
      // The browser itself tries again after some failures, and gives up after others.
      stream.close();
      const connection = await look();
      useConnection.setState({ connection });
      setTimeout(open, connection === 'there' ? 0 : AGAIN);
    };
  }

  open();
  return (name, listener) => {
    listeners.get(name)?.add(listener);
    return () => listeners.get(name)?.delete(listener);
  };
}

/** A stream does not tell why it ended. */
async function look(): Promise<'there' | 'lost' | 'shut-out'> {
  const answer = await fetch('/icon.svg', { method: 'HEAD', cache: 'no-store' }).catch(() => null);
  if (!answer) return 'lost';
  return answer.ok ? 'there' : 'shut-out';
}
