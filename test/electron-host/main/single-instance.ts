/**
 * One process per folder of user data. Whoever comes second tells the first what it was started with, and that it may
 * show itself.
 */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive } from '../is-alive.ts';

export interface SecondStart {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly data: unknown;
}

/** What every system takes for the path of a socket, bytes. */
const LONGEST_SOCKET = 100;

/** The first may hold the lock and not listen yet. */
const ATTEMPTS = 20;
const BETWEEN_ATTEMPTS = 50;

export class SingleInstance {
  readonly #lock: string;
  readonly #socket: string;
  #held = false;
  #told: Promise<void> = Promise.resolve();

  /** @param userData the folder that one process may have */
  constructor(userData: string) {
    this.#lock = join(userData, 'SingletonLock');
    const beside = join(userData, 'SingletonSocket');
    const name = createHash('sha256').update(userData).digest('hex').slice(0, 16);
    this.#socket = beside.length <= LONGEST_SOCKET ? beside : join(tmpdir(), `electron-host-${name}`);
  }

  get held(): boolean {
    return this.#held;
  }

  /**
   * @param start     what to tell the first, when there is one
   * @param onSecond  called for everyone who comes after us
   * @returns whether we are the first
   */
  request(start: SecondStart, onSecond: (second: SecondStart) => void): boolean {
    if (this.#held) return true;
    this.#held = this.#take();
    if (this.#held) this.#listen(onSecond);
    else this.#told = this.#tell(start);
    return this.#held;
  }

  release(): void {
    if (!this.#held) return;
    this.#held = false;
    rmSync(this.#lock, { force: true });
    rmSync(this.#socket, { force: true });
  }

  /** When the first has been told of us: before that, our process must not end. */
  async told(): Promise<void> {
    await this.#told;
  }

  #take(): boolean {
    try {
      writeFileSync(this.#lock, String(process.pid), { flag: 'wx' });
      return true;
    } catch {
      if (isAlive(Number(readFileSync(this.#lock, 'utf8')))) return false;
      // It was killed before it could tidy up.
      rmSync(this.#lock);
      return this.#take();
    }
  }

  #listen(onSecond: (second: SecondStart) => void): void {
    rmSync(this.#socket, { force: true });
    const server = createServer(async (line) => {
      let text = '';
      for await (const part of line.setEncoding('utf8')) text += part;
      const second: SecondStart = JSON.parse(text);
      onSecond(second);
    });
    server.listen(this.#socket).unref();
  }

  async #tell(start: SecondStart): Promise<void> {
    for (let i = 0; i < ATTEMPTS; i++) {
      if (await send(this.#socket, JSON.stringify(start))) return;
      await wait(BETWEEN_ATTEMPTS);
    }
  }
}

const send = (socket: string, text: string): Promise<boolean> =>
  new Promise((resolve) => {
    const line = connect(socket, () => line.end(text));
    line.once('close', (failed) => resolve(!failed));
    line.once('error', () => undefined);
  });
