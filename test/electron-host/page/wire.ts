/**
 * Structured clones over a line that carries text only: the DevTools protocol. As in Electron's IPC, functions and symbols
 * cannot be sent, and dates, maps, sets, typed arrays and undefined arrive as what they were.
 */
export interface Wire {
  /** @throws Error for what cannot be cloned */
  pack(value: unknown): string;
  unpack(text: string): unknown;
}

type Coded =
  | null
  | boolean
  | string
  | number
  | Coded[]
  | { readonly $: 'undefined' }
  | { readonly $: 'number' | 'bigint' | 'error'; readonly text: string }
  | { readonly $: 'date'; readonly time: number }
  | { readonly $: 'map' | 'object'; readonly entries: [Coded, Coded][] }
  | { readonly $: 'set'; readonly values: Coded[] }
  | { readonly $: 'bytes'; readonly type: string; readonly text: string };

/** Runs in Node and, by its source text, in pages: it may use nothing from outside itself. */
export function createWire(): Wire {
  const toText = (bytes: Uint8Array): string => {
    let text = '';
    // In parts: a call takes only so many arguments.
    for (let i = 0; i < bytes.length; i += 32_768) text += String.fromCharCode(...bytes.subarray(i, i + 32_768));
    return btoa(text);
  };
  const toBytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

  const encode = (value: unknown): Coded => {
    if (value === undefined) return { $: 'undefined' };
    if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
    if (typeof value === 'number') return Number.isFinite(value) ? value : { $: 'number', text: String(value) };
    if (typeof value === 'bigint') return { $: 'bigint', text: String(value) };
    if (typeof value !== 'object' || value instanceof Promise) throw new Error('An object could not be cloned.');
    if (value instanceof Date) return { $: 'date', time: value.getTime() };
    if (value instanceof Error) return { $: 'error', text: value.message };
    if (value instanceof Map) return { $: 'map', entries: [...value].map(([k, v]) => [encode(k), encode(v)]) };
    if (value instanceof Set) return { $: 'set', values: [...value].map(encode) };
    if (value instanceof ArrayBuffer) return { $: 'bytes', type: 'ArrayBuffer', text: toText(new Uint8Array(value)) };
    if (ArrayBuffer.isView(value)) {
      // Node's Buffer arrives as what it is: a Uint8Array.
      const type = value instanceof Uint8Array ? 'Uint8Array' : value.constructor.name;
      return { $: 'bytes', type, text: toText(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
    }
    if (Array.isArray(value)) return value.map(encode);
    return { $: 'object', entries: Object.entries(value).map(([k, v]) => [k, encode(v)]) };
  };

  const views: Readonly<Record<string, new (buffer: ArrayBuffer) => ArrayBufferView>> = {
    Float32Array,
    Float64Array,
    Int16Array,
    Int32Array,
    Int8Array,
    Uint16Array,
    Uint32Array,
    Uint8Array,
    Uint8ClampedArray,
    DataView,
  };
  const decode = (coded: Coded): unknown => {
    if (coded === null || typeof coded !== 'object') return coded;
    if (Array.isArray(coded)) return coded.map(decode);
    switch (coded.$) {
      case 'undefined':
        return undefined;
      case 'number':
        return Number(coded.text);
      case 'bigint':
        return BigInt(coded.text);
      case 'error':
        return new Error(coded.text);
      case 'date':
        return new Date(coded.time);
      case 'map':
        return new Map(coded.entries.map(([k, v]) => [decode(k), decode(v)]));
      case 'object':
        return Object.fromEntries(coded.entries.map(([k, v]) => [decode(k), decode(v)]));
      case 'set':
        return new Set(coded.values.map(decode));
      case 'bytes': {
        const { buffer } = toBytes(coded.text);
        const View = views[coded.type];
        return View ? new View(buffer) : buffer;
      }
    }
  };

  return { pack: (value) => JSON.stringify(encode(value)), unpack: (text) => decode(JSON.parse(text)) };
}
