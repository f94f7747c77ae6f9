/** What went wrong, written down for whoever looks for the reason: a few small files, without a word about the user. */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { KindredError } from '../../kindred-error.ts';
import { redact } from './redact.ts';

/** A file that has this size is put behind the others, bytes. */
const LARGEST = 512 * 1024;
/** Files that are kept, the one that is written to among them. */
const FILES = 3;
/** Errors that caused errors are told as deep as this. */
const DEEPEST = 3;

export interface Log {
  /** One line. */
  write(what: string): void;
  /** With the error's kind and where it happened; its message only when it is not ours, which may name a person. */
  fail(what: string, error: unknown): void;
}

/**
 * @param folder      of the files
 * @param application Kindred's own folder, whose paths may be written
 */
export function openLog(folder: string, application: string): Log {
  const file = (age: number): string => join(folder, age === 0 ? 'kindred.log' : `kindred.${age}.log`);
  const append = (text: string): void => {
    // What cannot be written is not written: a log must not be the next thing that goes wrong.
    try {
      mkdirSync(folder, { recursive: true });
      if (sizeOf(file(0)) >= LARGEST) {
        for (let age = FILES - 1; age > 0; age--) move(file(age - 1), file(age));
      }
      appendFileSync(file(0), `${new Date().toISOString()} ${redact(text, application)}\n`);
    } catch {}
  };
  return { write: append, fail: (what, error) => append(`${what}: ${describe(error)}`) };
}

function describe(error: unknown, depth = 1): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error ? ` [${String(error.code)}]` : '';
  const message = error instanceof KindredError ? '' : ` ${error.message}`;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const cause = error.cause !== undefined && depth < DEEPEST ? [`because: ${describe(error.cause, depth + 1)}`] : [];
  return [`${error.name}${code}${message}`, ...frames, ...cause].join('\n');
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

function move(from: string, to: string): void {
  if (statSync(from, { throwIfNoEntry: false })) renameSync(from, to);
}
