import { expect, test } from 'vitest';
import type { RgbImage } from './image.ts';
import { tensorWriter } from './tensor.ts';

/** Two pixels beside each other. */
const pair: RgbImage = { width: 2, height: 1, data: Uint8Array.from([10, 20, 30, 40, 50, 60]) };
const plain = { mean: [0, 0, 0], std: [1, 1, 1] } as const;

test.each([
  ['nchw', 'rgb', [10, 40, 20, 50, 30, 60], [1, 3, 1, 2]],
  ['nchw', 'bgr', [30, 60, 20, 50, 10, 40], [1, 3, 1, 2]],
  ['nhwc', 'rgb', [10, 20, 30, 40, 50, 60], [1, 1, 2, 3]],
  ['nhwc', 'bgr', [30, 20, 10, 60, 50, 40], [1, 1, 2, 3]],
] as const)('%s %s has its numbers in that order', (layout, channels, data, dims) => {
  const tensor = tensorWriter({ layout, channels, ...plain })(pair);
  expect([...(tensor.data as Float32Array)]).toEqual(data);
  expect(tensor.dims).toEqual(dims);
});

test('means and deviations belong to channels in the order of the model', () => {
  const tensor = tensorWriter({ layout: 'nhwc', channels: 'bgr', mean: [30, 20, 10], std: [1, 2, 4] })(pair);
  expect([...(tensor.data as Float32Array)]).toEqual([0, 0, 0, 30, 15, 7.5]);
});

test('a padded image lies in the top left corner and the rest is black, whatever was written before', () => {
  const write = tensorWriter({ layout: 'nchw', channels: 'rgb', mean: [10, 10, 10], std: [10, 10, 10] });
  write({ width: 4, height: 2, data: new Uint8Array(24).fill(255) });
  const tensor = write(pair, 4, 2);
  expect([...(tensor.data as Float32Array)].slice(0, 8)).toEqual([0, 3, -1, -1, -1, -1, -1, -1]);
});
