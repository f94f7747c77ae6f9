/** Runs the command line as a user does: a process of its own, its output, its exit code. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const KINDRED = join(import.meta.dirname, '../../main/server/kindred.ts');

/** Six group photos with 22 faces (MIT licence). */
const SAMPLES = join(import.meta.dirname, '../../node_modules/@vladmandic/face-api/demo');
export const sample = (number: 1 | 2 | 3 | 4 | 5 | 6): string => join(SAMPLES, `sample${number}.jpg`);

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** The one JSON document on stdout. */
  json<T>(): T;
}

type Environment = Readonly<Record<string, string>>;

export const startKindred = (...args: readonly string[]): ChildProcess => startKindredIn({}, ...args);

export const startKindredIn = (environment: Environment, ...args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [KINDRED, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });

export const kindred = (...args: readonly string[]): Promise<Ended> => kindredIn({}, ...args);

/** @param environment variables that differ from the test's own */
export async function kindredIn(environment: Environment, ...args: readonly string[]): Promise<Ended> {
  const child = startKindredIn(environment, ...args);
  let [out, err] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, err, json: <T>() => JSON.parse(out) as T };
}

/** A folder that is gone when the test file ends. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'kindred-cli-'));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Ends a process that a test has started, if it still runs then. */
export function endAfterTest(child: ChildProcess): void {
  onTestFinished(() => void child.kill('SIGKILL'));
}
