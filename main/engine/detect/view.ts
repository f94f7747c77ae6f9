/**
 * One view of a photo through one detector: resize, pad, run, decode, suppress, and back to the photo's frame.
 */
import type { Model, ModelOutput } from '../model.ts';
import { resizeLongSide } from '../pixels/resize.ts';
import { type PixelFormat, tensorWriter } from '../pixels/tensor.ts';
import { type Detection, type Detector, scale, suppress } from './detection.ts';
import { scrfd } from './scrfd.ts';
import { ultraface } from './ultraface.ts';
import { yunet } from './yunet.ts';

/** What sets one family of detectors apart from another. */
export interface Decoder {
  /** Longer side of the largest face it reliably sees, px of its input. */
  readonly largest: number;
  /** Boxes that overlap by this much are one face. */
  readonly nms: number;
  /** All candidates of at least `minScore`, in the frame of the padded `width` x `height` input. */
  decode(outputs: ReadonlyMap<string, ModelOutput>, width: number, height: number, minScore: number): Detection[];
}

export const decoders = { ultraface, scrfd, yunet } as const satisfies Record<string, Decoder>;

/** Candidates below this are noise for every decoder here: the vote gains nothing from them. */
const MIN_SCORE = 0.1;

/** @param input `multiple`: the sides of the model's input must be multiples of this many px */
export function detector(model: Model, decoder: Decoder, input: PixelFormat & { readonly multiple: number }): Detector {
  const toTensor = tensorWriter(input);
  const padded = (side: number) => Math.ceil(side / input.multiple) * input.multiple;
  return {
    largest: decoder.largest,
    async detect(photo, longSide) {
      const view = await resizeLongSide(photo, longSide);
      const width = padded(view.width);
      const height = padded(view.height);
      const outputs = await model.run(toTensor(view, width, height));
      const found = suppress(decoder.decode(outputs, width, height, MIN_SCORE), decoder.nms);
      return found.map((detection) => scale(detection, photo.width / view.width, photo.height / view.height));
    },
  };
}
