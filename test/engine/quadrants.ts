/** A test photo of four colours, which shows at a glance how it was turned, mirrored or coloured. */
import type { Sharp } from 'sharp';
import { sharp } from '../../main/engine/decode/sharp-binary.ts';
import type { RgbImage } from '../../main/engine/pixels/image.ts';

export const COLOURS = {
  red: [220, 40, 40],
  green: [40, 200, 60],
  blue: [50, 60, 220],
  yellow: [240, 220, 60],
} as const;

type Colour = keyof typeof COLOURS;

/** Red, green over blue, yellow. */
export function quadrants(width = 96, height = 64): RgbImage {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const row = y < height / 2 ? (['red', 'green'] as const) : (['blue', 'yellow'] as const);
      data.set(COLOURS[x < width / 2 ? row[0] : row[1]], (y * width + x) * 3);
    }
  }
  return { width, height, data };
}

/** The same as the input of sharp, to be written in any of its formats. */
export function quadrantsIn(width?: number, height?: number): Sharp {
  const image = quadrants(width, height);
  return sharp(image.data, { raw: { width: image.width, height: image.height, channels: 3 } });
}

function nearest([r = 0, g = 0, b = 0]: Uint8Array): Colour {
  const distance = (colour: Colour) => {
    const [cr, cg, cb] = COLOURS[colour];
    return (r - cr) ** 2 + (g - cg) ** 2 + (b - cb) ** 2;
  };
  const names = Object.keys(COLOURS) as Colour[];
  return names.reduce((best, name) => (distance(name) < distance(best) ? name : best));
}

/** The colours in the middle of the four quadrants: top left, top right, bottom left, bottom right. */
export function corners({ width, height, data }: RgbImage): Colour[] {
  return [
    [0.25, 0.25],
    [0.75, 0.25],
    [0.25, 0.75],
    [0.75, 0.75],
  ].map(([x = 0, y = 0]) => {
    const at = (Math.floor(y * height) * width + Math.floor(x * width)) * 3;
    return nearest(data.subarray(at, at + 3));
  });
}

/** The pixel at (x, y). */
export const pixel = ({ width, data }: RgbImage, x: number, y: number): number[] => [
  ...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3),
];
