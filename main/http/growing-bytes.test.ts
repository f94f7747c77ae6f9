import { expect, test } from 'vitest';
import { GrowingBytes } from './growing-bytes.ts';

function add(bytes: GrowingBytes, piece: string, most = 1_000_000): void {
  const added = Buffer.from(piece);
  bytes.add(added, bytes.sizeFor(added.length, most));
}

test('pieces come out as they went in', () => {
  const bytes = new GrowingBytes();
  expect(bytes.bytes).toEqual(Buffer.alloc(0));
  const pieces = Array.from({ length: 1000 }, (_, at) => 'abcdefghij'.repeat(at % 37));
  for (const piece of pieces) add(bytes, piece);
  expect(bytes.bytes.toString()).toBe(pieces.join(''));
});

test('a hundred thousand bytes, one by one, take at most twice as many', () => {
  const bytes = new GrowingBytes();
  for (let at = 0; at < 100_000; at++) add(bytes, 'x');
  expect(bytes.length).toBe(100_000);
  expect(bytes.size).toBeLessThanOrEqual(200_000);
});

test('what is known to come takes no more than that', () => {
  const bytes = new GrowingBytes();
  for (let at = 0; at < 50; at++) add(bytes, 'x'.repeat(100), 5000);
  expect(bytes.size).toBe(5000);
  add(bytes, 'one more, against the word given', 5000);
  expect(bytes.bytes.toString().endsWith('given')).toBe(true);
});
