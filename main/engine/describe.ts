/**
 * What the description model ("faceres" of @vladmandic/human) sees in an aligned face: a feature vector for the
 * attribute heads, and its own opinion on age and gender.
 */
import { type Model, output } from './model.ts';
import type { RgbImage } from './pixels/image.ts';
import { type PixelFormat, tensorWriter } from './pixels/tensor.ts';

export interface Description {
  /** 1024 pooled features. */
  readonly features: Float32Array;
  /** Probability of each age, 0..99 years. */
  readonly ages: Float32Array;
  /** Probability of male, 0..1. */
  readonly male: number;
}

export interface Describer {
  /** @param fine aligned 224 x 224 crop (see align.ts) */
  describe(fine: RgbImage): Promise<Description>;
}

export function describer(model: Model, input: PixelFormat): Describer {
  const toTensor = tensorWriter(input);
  return {
    async describe(fine) {
      const outputs = await model.run(toTensor(fine));
      return {
        features: output(outputs, 'features'),
        ages: output(outputs, 'age'),
        male: output(outputs, 'gender')[0] ?? 0,
      };
    },
  };
}
