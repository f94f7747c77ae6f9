/**
 * Pixels as models want them: float tensors in their order of channels, layout and normalisation. Each writer owns its
 * buffer and reuses it, so a tensor is valid until the next call of the same writer.
 */
import { Tensor } from '../onnxruntime.ts';
import type { RgbImage } from './image.ts';

/** How one model wants its pixels: `(value - mean) / std` per channel, means in the order of `channels`. */
export interface PixelFormat {
  readonly layout: 'nchw' | 'nhwc';
  readonly channels: 'rgb' | 'bgr';
  readonly mean: readonly [number, number, number];
  readonly std: readonly [number, number, number];
}

export type TensorWriter = (image: RgbImage, width?: number, height?: number) => Tensor;

/**
 * A writer for one model. The image is put into the top left corner of `width` x `height` (default: its own size); the
 * rest is black, as the detectors were trained to see padding.
 */
export function tensorWriter(format: PixelFormat): TensorWriter {
  // A byte has 256 values: the normalised ones are looked up, per channel of the model's order.
  const tables = [0, 1, 2].map((channel) => {
    const mean = format.mean[channel] ?? 0;
    const std = format.std[channel] ?? 1;
    return Float32Array.from({ length: 256 }, (_, value) => (value - mean) / std);
  });
  let buffer = new Float32Array(0);
  return (image, width = image.width, height = image.height) => {
    const length = width * height * 3;
    if (buffer.length < length) buffer = new Float32Array(length);
    const data = buffer.subarray(0, length);
    const padded = image.width < width || image.height < height;
    tables.forEach((table, channel) => {
      const source = format.channels === 'rgb' ? channel : 2 - channel;
      const start = format.layout === 'nchw' ? channel * width * height : channel;
      const step = format.layout === 'nchw' ? 1 : 3;
      if (padded) fillBlack(data, start, step, width * height, table[0] as number);
      for (let y = 0; y < image.height; y++) {
        let p = y * image.width * 3 + source;
        let q = start + y * width * step;
        for (let x = 0; x < image.width; x++, p += 3, q += step) data[q] = table[image.data[p] as number] as number;
      }
    });
    const dims = format.layout === 'nchw' ? [1, 3, height, width] : [1, height, width, 3];
    return new Tensor('float32', data, dims);
  };
}

function fillBlack(data: Float32Array, start: number, step: number, count: number, black: number): void {
  for (let i = 0, q = start; i < count; i++, q += step) data[q] = black;
}
