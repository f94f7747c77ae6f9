/**
 * What a command prints. With --json stdout carries JSON and nothing else; without it, text for people. Progress and
 * notices always go to stderr, so that either can be piped.
 */
import { type Failure, toFailure } from '../kindred-error.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';

export interface Output {
  readonly json: boolean;
  /** The one result of a command: the value as JSON, or its text. */
  result(value: unknown, text: () => string): void;
  /** One of many results, as soon as it is known: one JSON line, or its text. */
  item(value: unknown, text: () => string): void;
  /** Something worth knowing beside the result. */
  notice(text: string): void;
}

/** @param json as the user asked with --json */
export function openOutput(json: boolean): Output {
  const print = (value: unknown, text: () => string, indent: number): void => {
    process.stdout.write(`${json ? JSON.stringify(value, replaceBinary, indent) : text()}\n`);
  };
  return {
    json,
    result: (value, text) => print(value, text, 2),
    item: (value, text) => print(value, text, 0),
    notice: (text) => void process.stderr.write(`${text}\n`),
  };
}

/** Embeddings become plain arrays of numbers in JSON. */
const replaceBinary = (_key: string, value: unknown): unknown =>
  value instanceof Float32Array ? Array.from(value) : value;

/** Tell a failure in the form that was asked for, and the exit code it means. */
export function reportFailure(error: unknown, json: boolean): ExitCode {
  const failure: Failure = toFailure(error);
  if (json) process.stdout.write(`${JSON.stringify({ error: failure }, null, 2)}\n`);
  else process.stderr.write(`kindred: ${failure.message}\n`);
  if (failure.code === 'library-busy') return EXIT.busy;
  return EXIT.failed;
}
