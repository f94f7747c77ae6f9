/**
 * Files on their way to main, a few at once. A file that is refused is listed with its reason and the others go on; what
 * would refuse every file (no connection, a full disk) stops the queue until the user says to go on.
 */
import type { FoundFile } from './found-files.ts';

export class UploadFailure extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * @param onSent told of the bytes that have gone so far
 * @returns where main has put it
 * @throws UploadFailure
 */
export type Send = (found: FoundFile, onSent: (bytes: number) => void, signal: AbortSignal) => Promise<string>;

export interface FailedUpload {
  readonly found: FoundFile;
  readonly code: string;
  readonly message: string;
}

export interface UploadProgress {
  /** Folders are still being walked: the totals grow. */
  readonly isLooking: boolean;
  /** Files that have landed or failed. */
  readonly done: number;
  readonly total: number;
  readonly sentBytes: number;
  readonly totalBytes: number;
  readonly failed: readonly FailedUpload[];
  /** Why nothing is being sent; null while all is well. */
  readonly stoppedBy: string | null;
  readonly isOver: boolean;
}

const AT_ONCE = 3;
const STOPS_ALL: ReadonlySet<string> = new Set(['offline', 'unauthorized', 'disk-full', 'not-writable', 'busy']);

const IS_FINAL: ReadonlySet<string> = new Set(['not-a-photo', 'hidden', 'too-large', 'empty', 'bad-name']);

/** Whether it is worth another try. */
export const mayComeIn = ({ code }: FailedUpload): boolean => !IS_FINAL.has(code);

export class UploadQueue {
  readonly #send: Send;
  readonly #onChange: (progress: UploadProgress) => void;
  readonly #waiting: FoundFile[] = [];
  readonly #underWay = new Map<FoundFile, number>();
  readonly #landed: string[] = [];
  readonly #stop = new AbortController();
  #failed: FailedUpload[] = [];
  #total = 0;
  #totalBytes = 0;
  #landedBytes = 0;
  #looking = 0;
  #stoppedBy: string | null = null;

  constructor(send: Send, onChange: (progress: UploadProgress) => void) {
    this.#send = send;
    this.#onChange = onChange;
  }

  /** Paths of what has landed so far. */
  get landed(): readonly string[] {
    return this.#landed;
  }

  get progress(): UploadProgress {
    const underWay = [...this.#underWay.values()].reduce((sum, sent) => sum + sent, 0);
    return {
      isLooking: this.#looking > 0,
      done: this.#landed.length + this.#failed.length,
      total: this.#total,
      sentBytes: this.#landedBytes + underWay,
      totalBytes: this.#totalBytes,
      failed: this.#failed,
      stoppedBy: this.#stoppedBy,
      isOver:
        this.#stop.signal.aborted || (this.#looking === 0 && this.#waiting.length === 0 && this.#underWay.size === 0),
    };
  }

  /**
   * Sends files while they are still being found.
   * @param whyNot a reason not to send a file; null for one that is sent, undefined for one that is passed by in silence
   */
  async add(
    files: AsyncIterable<FoundFile>,
    whyNot: (found: FoundFile) => { readonly code: string } | null | undefined,
  ): Promise<void> {
    this.#looking++;
    try {
      for await (const found of files) {
        if (this.#stop.signal.aborted) return;
        const why = whyNot(found);
        if (why === undefined) continue;
        this.#total++;
        if (why) this.#failed = [...this.#failed, { found, code: why.code, message: '' }];
        else {
          this.#totalBytes += found.file.size;
          this.#waiting.push(found);
        }
        this.#next();
      }
    } finally {
      this.#looking--;
      this.#next();
    }
  }

  /** After what stopped it has been put right. */
  goOn(): void {
    this.#stoppedBy = null;
    this.#next();
  }

  /** Failed files get another chance, but for those that will be refused again. */
  retry(): void {
    for (const { found } of this.#failed.filter(mayComeIn)) {
      this.#totalBytes += found.file.size;
      this.#waiting.push(found);
    }
    this.#failed = this.#failed.filter((failed) => !mayComeIn(failed));
    this.goOn();
  }

  /** What is under way is dropped; what has landed stays. */
  cancel(): void {
    this.#waiting.length = 0;
    this.#stop.abort();
    this.#onChange(this.progress);
  }

  #next(): void {
    while (this.#stoppedBy === null && this.#underWay.size < AT_ONCE) {
      const found = this.#waiting.shift();
      if (!found) break;
      void this.#sendOne(found);
    }
    if (!this.#stop.signal.aborted) this.#onChange(this.progress);
  }

  async #sendOne(found: FoundFile): Promise<void> {
    this.#underWay.set(found, 0);
    const onSent = (bytes: number): void => {
      this.#underWay.set(found, Math.min(bytes, found.file.size));
      if (!this.#stop.signal.aborted) this.#onChange(this.progress);
    };
    try {
      const path = await this.#send(found, onSent, this.#stop.signal);
      this.#landed.push(path);
      this.#landedBytes += found.file.size;
    } catch (error: unknown) {
      this.#fail(found, error);
    }
    this.#underWay.delete(found);
    this.#next();
  }

  #fail(found: FoundFile, error: unknown): void {
    const code = error instanceof UploadFailure ? error.code : 'internal';
    if (STOPS_ALL.has(code)) {
      this.#stoppedBy = code;
      this.#waiting.unshift(found);
      return;
    }
    const message = error instanceof Error ? error.message : String(error);
    this.#failed = [...this.#failed, { found, code, message }];
    this.#totalBytes -= found.file.size;
  }
}
