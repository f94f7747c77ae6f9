import { expect, test } from 'vitest';
import { corners, pixel, quadrants, quadrantsIn } from '../../../test/engine/quadrants.ts';
import { asTiff } from './as-tiff.ts';
import { sharp } from './sharp-binary.ts';

/** Pixels in Display P3, and that profile. */
async function wideGamut(): Promise<{ data: Buffer; icc: Buffer }> {
  const png = await quadrantsIn().withIccProfile('p3').png().toBuffer();
  const { icc } = await sharp(png).metadata();
  if (!icc) throw new Error('The test photo has no profile.');
  return { data: await sharp(png, { ignoreIcc: true }).raw().toBuffer(), icc };
}

test('pixels with a profile come back as sRGB when sharp reads them', async () => {
  const { data, icc } = await wideGamut();
  const tiff = asTiff({ width: 96, height: 64, channels: 3, data }, icc);
  const { data: back, info } = await sharp(tiff, { failOn: 'warning' }).raw().toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject({ width: 96, height: 64, channels: 3 });
  const image = { width: 96, height: 64, data: back };
  expect(corners(image)).toEqual(['red', 'green', 'blue', 'yellow']);
  for (const [channel, value] of pixel(image, 10, 10).entries()) {
    expect(Math.abs(value - (pixel(quadrants(), 10, 10)[channel] ?? 0))).toBeLessThanOrEqual(3);
  }
});

test('a fourth channel is alpha', async () => {
  const { icc } = await wideGamut();
  const data = new Uint8Array(8 * 8 * 4).fill(120);
  const meta = await sharp(asTiff({ width: 8, height: 8, channels: 4, data }, icc)).metadata();
  expect(meta).toMatchObject({ width: 8, height: 8, channels: 4, hasAlpha: true });
});
