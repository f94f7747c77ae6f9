/**
 * What runs the peers' models in Node, fastest first: TensorFlow's native library, where npm could install it (it is a
 * download of its own, beside the registry), else WebAssembly with SIMD. tfjs runs WebAssembly in one thread in Node
 * (tensorflow/tfjs issue 3830), so every contestant gets one.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const require = createRequire(import.meta.url);

/** A file of an installed peer; their `exports` do not name all the builds they ship. */
export const installed = (path: string): string => join(import.meta.dirname, 'node_modules', path);

export const WASM = installed('@tensorflow/tfjs-backend-wasm/dist/');

export interface Backend {
  /** As tfjs calls it. */
  readonly name: 'tensorflow' | 'wasm';
  readonly inWords: string;
}

export function findBackend(): Backend {
  try {
    restoreIsNullOrUndefined();
    // Read by libtensorflow when it starts.
    Object.assign(process.env, { TF_NUM_INTRAOP_THREADS: '1', TF_NUM_INTEROP_THREADS: '1', OMP_NUM_THREADS: '1' });
    require('@tensorflow/tfjs-node');
    return { name: 'tensorflow', inWords: 'tfjs-node (native), 1 thread' };
  } catch {
    fetchFiles();
    return { name: 'wasm', inWords: 'tfjs-backend-wasm (SIMD), 1 thread' };
  }
}

/** tfjs-node 4.22 calls a function that Node 23 removed. */
function restoreIsNullOrUndefined(): void {
  const util: Record<string, unknown> = require('node:util');
  util.isNullOrUndefined ??= (value: unknown) => value === null || value === undefined;
}

/** Without tfjs-node, peers load their models by fetch, which knows no files in Node. */
function fetchFiles(): void {
  const overNetwork = globalThis.fetch;
  globalThis.fetch = async (source, options) => {
    const url = source instanceof Request ? source.url : String(source);
    return url.startsWith('file:') ? new Response(await readFile(fileURLToPath(url))) : overNetwork(source, options);
  };
}
