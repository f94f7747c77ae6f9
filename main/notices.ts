/** What is told unasked: kept until a window asks what it has missed, and handed on as it comes from then on. */
import type { Notice, Trouble } from '../preload/contract/notices.ts';
import { toFailure } from './kindred-error.ts';

/** Of what nobody has heard; a server may wait for its window for weeks. */
const MOST_KEPT = 20;

/** @param message a sentence; the failure's own follows */
export function trouble(code: Trouble['code'], message: string, error: unknown, about?: string): Trouble {
  const reason = toFailure(error);
  return { code, message: `${message} ${reason.message}`, reason, ...(about !== undefined && { about }) };
}

export class Notices {
  readonly #tell: (notice: Notice) => void;
  /** Null once a window listens. */
  #unheard: Notice[] | null = [];

  constructor(tell: (notice: Notice) => void) {
    this.#tell = tell;
  }

  add(notice: Notice): void {
    if (this.#unheard) this.#unheard = [...this.#unheard, notice].slice(-MOST_KEPT);
    this.#tell(notice);
  }

  /** To be called by a window that listens already. */
  missed(): Notice[] {
    const unheard = this.#unheard ?? [];
    this.#unheard = null;
    return unheard;
  }
}
