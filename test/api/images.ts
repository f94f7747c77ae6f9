/** Images to send: the sample photos in every format and size that the API takes, and some that it does not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharp } from '../../main/engine/decode/sharp-binary.ts';

const SAMPLES = join(import.meta.dirname, '../../node_modules/@vladmandic/face-api/demo');

/** A real photo with faces (MIT licence). */
export const sample = (number: 1 | 2 | 3 | 4 | 5 | 6): Uint8Array => readFileSync(join(SAMPLES, `sample${number}.jpg`));

/** The same, small enough to be sent uncompressed. */
export const smallSample = (number: 1 | 2 | 3 | 4 | 5 | 6): Promise<Uint8Array> =>
  sharp(sample(number)).resize({ width: 900 }).jpeg({ quality: 95 }).toBuffer();

/** Nothing but a colour. */
export const plain = (width: number, height: number, format: 'png' | 'jpeg' = 'png'): Promise<Uint8Array> =>
  sharp({ create: { width, height, channels: 3, background: '#888' } })
    .toFormat(format)
    .toBuffer();

export const inFormat = (photo: Uint8Array, format: 'png' | 'gif' | 'tiff' | 'webp' | 'avif'): Promise<Uint8Array> =>
  sharp(photo).toFormat(format).toBuffer();

/** 24 bits a pixel, bottom row first. */
export async function asBmp(photo: Uint8Array): Promise<Uint8Array> {
  const { data, info } = await sharp(photo).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const stride = Math.ceil((info.width * 3) / 4) * 4;
  const bmp = Buffer.alloc(54 + stride * info.height);
  bmp.write('BM');
  bmp.writeUInt32LE(bmp.length, 2);
  bmp.writeUInt32LE(54, 10);
  bmp.writeUInt32LE(40, 14);
  bmp.writeInt32LE(info.width, 18);
  bmp.writeInt32LE(info.height, 22);
  bmp.writeUInt16LE(1, 26);
  bmp.writeUInt16LE(24, 28);
  for (let y = 0; y < info.height; y++) {
    for (let x = 0; x < info.width; x++) {
      const from = (y * info.width + x) * 3;
      const to = 54 + (info.height - 1 - y) * stride + x * 3;
      for (let channel = 0; channel < 3; channel++) bmp[to + channel] = data[from + 2 - channel] ?? 0;
    }
  }
  return bmp;
}

/** The photo stored turned or mirrored, with the EXIF orientation that puts it upright again. */
export function stored(photo: Uint8Array, orientation: number): Promise<Uint8Array> {
  const image = sharp(photo);
  const turned: Record<number, () => void> = {
    2: () => image.flop(),
    3: () => image.rotate(180),
    4: () => image.flip(),
    5: () => image.rotate(270).flop(),
    6: () => image.rotate(270),
    7: () => image.rotate(90).flop(),
    8: () => image.rotate(90),
  };
  turned[orientation]?.();
  return image.jpeg({ quality: 95 }).withMetadata({ orientation }).toBuffer();
}

export const turned = (photo: Uint8Array, degrees: 90 | 180 | 270): Promise<Uint8Array> =>
  sharp(photo).rotate(degrees).jpeg({ quality: 95 }).toBuffer();
