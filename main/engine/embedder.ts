/**
 * The embedding model: an aligned crop becomes a direction in the model's space (see embed.ts). One crop a run: on one
 * thread batches of two to eight measured 9.5 to 10.4 ms a face against 10.2, and most models have a fixed batch of one.
 */
import { normalise } from './embed.ts';
import { type Model, output } from './model.ts';
import type { RgbImage } from './pixels/image.ts';
import { type PixelFormat, tensorWriter } from './pixels/tensor.ts';

export interface Embedder {
  /** @param crop aligned 112 x 112; @returns an L2-normalised embedding */
  embed(crop: RgbImage): Promise<Float32Array>;
}

export function embedder(model: Model, input: PixelFormat): Embedder {
  const toTensor = tensorWriter(input);
  return {
    async embed(crop) {
      const outputs = await model.run(toTensor(crop));
      // Published ArcFace files have one output, under any name.
      const [only] = outputs.values();
      return normalise(only && outputs.size === 1 ? only.data : output(outputs, 'embedding'));
    },
  };
}
