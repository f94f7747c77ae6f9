/**
 * Some thousand vectors side by side in the memory of a WebAssembly kernel, which compares them 4 floats at a time; a loop
 * over typed arrays takes four times as long (npm run bench -- vectors). The memory never grows, so that a view of a row
 * stays good for as long as the block lives; pages that nothing was written to cost no memory.
 */
import { readFileSync } from 'node:fs';

/**
 * 32 MiB of embeddings of 512: few blocks, as each reserves 8 GiB of addresses. Of memory it takes what was written to:
 * three tables of one face each 0.4 MiB in all, a thousand faces 3 MiB (measured).
 */
export const ROWS_PER_BLOCK = 16_384;

/** Rows compared in one call: below a millisecond. A divisor of ROWS_PER_BLOCK. */
export const ROWS_AT_ONCE = 2048;

const FLOAT = 4;
const LANES = 4;
const PAGE = 65_536;

type Kernel = (from: number, count: number, stride: number, query: number, out: number) => void;

const module = new WebAssembly.Module(readFileSync(new URL('./dot-products.wasm', import.meta.url)));

export class VectorBlock {
  readonly #width: number;
  /** Floats from one row to the next: the width, filled up with zeros to whole vectors of the processor. */
  readonly #stride: number;
  readonly #rows: Float32Array;
  readonly #query: Float32Array;
  readonly #list: Uint32Array;
  readonly #out: Float32Array;
  readonly #ofRun: Kernel;
  readonly #ofList: Kernel;

  /** @param width length of every vector */
  constructor(width: number) {
    this.#width = width;
    this.#stride = Math.ceil(width / LANES) * LANES;
    const rows = ROWS_PER_BLOCK * this.#stride;
    const pages = Math.ceil(((rows + this.#stride + 2 * ROWS_AT_ONCE) * FLOAT) / PAGE);
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    this.#rows = new Float32Array(memory.buffer, 0, rows);
    this.#query = new Float32Array(memory.buffer, rows * FLOAT, this.#stride);
    this.#list = new Uint32Array(memory.buffer, (rows + this.#stride) * FLOAT, ROWS_AT_ONCE);
    this.#out = new Float32Array(memory.buffer, (rows + this.#stride + ROWS_AT_ONCE) * FLOAT, ROWS_AT_ONCE);
    const { ofRun, ofList } = new WebAssembly.Instance(module, { table: { memory } }).exports;
    // The kernel's source beside it says so, and a test that it is the kernel's.
    this.#ofRun = ofRun as Kernel;
    this.#ofList = ofList as Kernel;
  }

  /** The row itself, not a copy. */
  at(row: number): Float32Array {
    return this.#rows.subarray(row * this.#stride, row * this.#stride + this.#width);
  }

  /**
   * @param count at most ROWS_AT_ONCE
   * @returns a dot product for each row from `first` on; good until the next call
   */
  dotsOfRun(query: Float32Array, first: number, count: number): Float32Array {
    this.#query.set(query);
    this.#ofRun(first, count, this.#stride * FLOAT, this.#query.byteOffset, this.#out.byteOffset);
    return this.#out;
  }

  /**
   * @param rows at most ROWS_AT_ONCE numbers of rows
   * @returns a dot product for each of these rows; good until the next call
   */
  dotsOfList(query: Float32Array, rows: Uint32Array): Float32Array {
    this.#query.set(query);
    this.#list.set(rows);
    this.#ofList(
      this.#list.byteOffset,
      rows.length,
      this.#stride * FLOAT,
      this.#query.byteOffset,
      this.#out.byteOffset,
    );
    return this.#out;
  }
}
