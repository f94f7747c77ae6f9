/**
 * Bytes that come in pieces, kept in one piece of memory that doubles when it is full. Kept as they come, a body sent a
 * byte at a time would take a hundred times its length.
 */
export class GrowingBytes {
  #memory = Buffer.alloc(0);
  #length = 0;

  /** What is held of the memory of the process, bytes. */
  get size(): number {
    return this.#memory.length;
  }

  /** What has been added, without a copy. */
  get bytes(): Buffer {
    return this.#memory.subarray(0, this.#length);
  }

  get length(): number {
    return this.#length;
  }

  /** The size it would have to have for `more` bytes. @param most it is not made larger than that without need */
  sizeFor(more: number, most: number): number {
    const needed = this.#length + more;
    if (needed <= this.size) return this.size;
    return Math.max(needed, Math.min(most, Math.max(SMALLEST, 2 * this.size)));
  }

  /** @param size from `sizeFor` */
  add(piece: Uint8Array, size: number): void {
    if (size > this.size) {
      const memory = Buffer.allocUnsafeSlow(size);
      this.#memory.copy(memory, 0, 0, this.#length);
      this.#memory = memory;
    }
    this.#memory.set(piece, this.#length);
    this.#length += piece.length;
  }
}

/** Bytes. */
const SMALLEST = 4096;
