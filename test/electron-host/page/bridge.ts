/**
 * contextBridge: two worlds of one page, the preload's and the page's own, that share the document and nothing else. They
 * talk by DOM events, which are delivered at once; functions cross as numbers.
 *
 * Each function here runs in a page by its source text, so it may use nothing from outside itself.
 */

/** How values go from one world to the other. */
interface Crossing {
  fire(name: string, detail: unknown): void;
  listen<Detail>(name: string, listener: (detail: Detail) => void): void;
  /** @returns a copy that can cross, with numbers for functions */
  send(value: unknown): unknown;
  /** @returns a copy for this world, with functions for numbers */
  receive(value: unknown): unknown;
  /** Calls a function of this world that has been sent. */
  run(id: number, args: readonly unknown[]): unknown;
}

/**
 * @param token     begins the names of the events; nobody else in the page knows it
 * @param callOther calls a function of the other world, with arguments that can cross
 * @param freeze    Object.freeze for the page, whose copies are nobody's to change
 */
export function createCrossing(
  token: string,
  callOther: (id: number, args: unknown) => unknown,
  freeze: <Value>(value: Value) => Value,
): Crossing {
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  let last = 0;

  const isPlain = (value: unknown): value is Record<string, unknown> =>
    value !== null &&
    typeof value === 'object' &&
    (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null);
  const mapped = (value: Record<string, unknown>, to: (value: unknown) => unknown): object =>
    Object.fromEntries(Object.entries(value).map(([key, part]) => [key, to(part)]));

  const crossing: Crossing = {
    fire: (name, detail) => void dispatchEvent(new CustomEvent(`${token}${name}`, { detail })),
    listen: <Detail>(name: string, listener: (detail: Detail) => void) =>
      addEventListener(`${token}${name}`, (event) => listener((event as CustomEvent<Detail>).detail)),
    send(value) {
      if (typeof value === 'function') {
        functions.set(++last, (...args) => value(...args));
        return { [token]: last };
      }
      if (Array.isArray(value)) return value.map(crossing.send);
      return isPlain(value) ? mapped(value, crossing.send) : value;
    },
    receive(value) {
      if (Array.isArray(value)) return freeze(value.map(crossing.receive));
      if (!isPlain(value)) return value;
      const id = value[token];
      if (typeof id === 'number') return (...args: unknown[]) => callOther(id, crossing.send(args));
      return freeze(mapped(value, crossing.receive));
    },
    run: (id, args) => functions.get(id)?.(...args.map(crossing.receive)),
  };
  return crossing;
}

type Outcome =
  | { readonly value: unknown }
  | { readonly error: string }
  /** It comes later, by this number. */
  | { readonly promise: number };

interface Settled {
  readonly promise: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** The page's side: what the preload script exposes becomes frozen objects and functions of this world. */
export function bridgeInPage(token: string, cross: typeof createCrossing): void {
  const promises = new Map<number, PromiseWithResolvers<unknown>>();
  const outcomes: Outcome[] = [];

  const callPreload = (id: number, args: unknown): unknown => {
    crossing.fire('call', { id, args });
    const outcome = outcomes.pop();
    if (!outcome) throw new Error('The preload script is gone');
    if ('error' in outcome) throw new Error(outcome.error);
    if ('value' in outcome) return crossing.receive(outcome.value);
    const later = Promise.withResolvers<unknown>();
    promises.set(outcome.promise, later);
    return later.promise;
  };
  const crossing = cross(token, callPreload, Object.freeze);

  crossing.listen<{ name: string; api: unknown }>('expose', ({ name, api }) =>
    Object.defineProperty(globalThis, name, { value: crossing.receive(api), enumerable: true }),
  );
  crossing.listen<Outcome>('outcome', (outcome) => outcomes.push(outcome));
  crossing.listen<Settled>('settled', ({ promise, value, error }) => {
    if (error === undefined) promises.get(promise)?.resolve(crossing.receive(value));
    else promises.get(promise)?.reject(new Error(error));
    promises.delete(promise);
  });
  crossing.listen<{ id: number; args: unknown[] }>('back', ({ id, args }) => crossing.run(id, args));
}

/** The preload's side. @returns contextBridge.exposeInMainWorld */
export function bridgeInPreload(token: string, cross: typeof createCrossing): (name: string, api: unknown) => void {
  const crossing = cross(
    token,
    (id, args) => crossing.fire('back', { id, args }),
    (value) => value,
  );
  const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));
  let last = 0;

  crossing.listen<{ id: number; args: unknown[] }>('call', ({ id, args }) => {
    try {
      const result = crossing.run(id, args);
      if (!(result instanceof Promise)) return crossing.fire('outcome', { value: crossing.send(result) });
      const promise = ++last;
      crossing.fire('outcome', { promise });
      result.then(
        (value) => crossing.fire('settled', { promise, value: crossing.send(value) }),
        (error: unknown) => crossing.fire('settled', { promise, error: message(error) }),
      );
    } catch (error: unknown) {
      crossing.fire('outcome', { error: message(error) });
    }
  });
  return (name, api) => crossing.fire('expose', { name, api: crossing.send(api) });
}
