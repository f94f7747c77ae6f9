/** Quarter turns and mirroring of whole images, exact to the pixel. */
import type { Turn } from '../face.ts';
import type { RgbImage } from './image.ts';

/** The image turned clockwise. */
export function turn(image: RgbImage, by: Turn): RgbImage {
  const { width, height } = image;
  // Where output pixel (0, 0) comes from, and how far the source moves per output column and per output row.
  switch (by) {
    case 'cw90':
      return gather(image, height, width, (height - 1) * width, -width, 1);
    case 'cw180':
      return gather(image, width, height, width * height - 1, -1, -width);
    case 'cw270':
      return gather(image, height, width, width - 1, width, -1);
  }
}

/** The image as a mirror shows it: left and right exchanged. */
export const mirror = (image: RgbImage): RgbImage =>
  gather(image, image.width, image.height, image.width - 1, -1, image.width);

function gather(
  { data }: RgbImage,
  width: number,
  height: number,
  origin: number,
  perColumn: number,
  perRow: number,
): RgbImage {
  const out = new Uint8Array(width * height * 3);
  for (let y = 0, q = 0; y < height; y++) {
    let p = (origin + y * perRow) * 3;
    for (let x = 0; x < width; x++, q += 3, p += perColumn * 3) {
      out[q] = data[p] as number;
      out[q + 1] = data[p + 1] as number;
      out[q + 2] = data[p + 2] as number;
    }
  }
  return { width, height, data: out };
}
