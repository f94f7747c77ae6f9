import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { KindredError } from '../../kindred-error.ts';
import { openLog } from './log.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const written = (): string => readFileSync(join(folder, 'kindred.log'), 'utf8');

test('an error is written with its kind, its place and its cause, and without what it says of the user', () => {
  const cause = new TypeError('Cannot read /home/anna/Bea.jpg');
  const error = new KindredError('name-taken', 'There is a person named Anna.', { cause });
  openLog(folder, process.cwd()).fail('The page asked', error);
  expect(written()).toMatch(/^\d{4}-\S+Z The page asked: KindredError \[name-taken\]\n\s+at .*log\.test\.ts/);
  expect(written()).toContain('because: TypeError Cannot read <path>');
  expect(written()).not.toMatch(/anna|bea/i);
});

test('the files stay few and small', () => {
  const log = openLog(folder, process.cwd());
  const line = 'x'.repeat(64 * 1024);
  for (let i = 0; i < 40; i++) log.write(`${i} ${line}`);
  const files = readdirSync(folder).sort();
  expect(files).toEqual(['kindred.1.log', 'kindred.2.log', 'kindred.log']);
  for (const file of files) expect(statSync(join(folder, file)).size).toBeLessThan(600 * 1024);
  expect(written()).toContain(' 39 x');
});

test('a folder that cannot be written stops nobody', () => {
  const file = join(folder, 'a file');
  openLog(folder, process.cwd()).write('first');
  expect(() => openLog(join(folder, 'kindred.log'), file).write('second')).not.toThrow();
});
