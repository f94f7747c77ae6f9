import { expect, test } from 'vitest';
import type { RgbImage } from './image.ts';
import { resize } from './resize.ts';
import { laplacianVariance } from './sharpness.ts';

const noise = (): RgbImage => {
  const data = new Uint8Array(64 * 64 * 3);
  let state = 1;
  for (let i = 0; i < data.length; i += 3) {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    data.fill(state >> 23, i, i + 3);
  }
  return { width: 64, height: 64, data };
};

test('detail that a smaller copy loses was sharpness', async () => {
  const crisp = noise();
  const soft = await resize(await resize(crisp, 16, 16), 64, 64);
  expect(laplacianVariance(soft)).toBeLessThan(laplacianVariance(crisp) / 10);
});

test('a plain area has none, and neither has an image too small to tell', () => {
  expect(laplacianVariance({ width: 8, height: 8, data: new Uint8Array(192).fill(90) })).toBe(0);
  expect(laplacianVariance({ width: 2, height: 2, data: new Uint8Array(12) })).toBe(0);
});
