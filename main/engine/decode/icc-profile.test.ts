import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { quadrantsIn } from '../../../test/engine/quadrants.ts';
import { isSrgb } from './icc-profile.ts';
import { sharp } from './sharp-binary.ts';

const profile = async (bytes: Buffer): Promise<Buffer> => {
  const { icc } = await sharp(bytes).metadata();
  if (!icc) throw new Error('The test photo has no profile.');
  return icc;
};

const converted = async (name: string) => profile(await quadrantsIn().withIccProfile(name).jpeg().toBuffer());

test("sRGB is recognised: a camera's classic profile, and a modern parametric one", async () => {
  // sample1.jpg has HP's IEC61966-2.1, the profile that cameras embed.
  const photo = new URL('../../../node_modules/@vladmandic/face-api/demo/sample1.jpg', import.meta.url);
  expect(isSrgb(await profile(await readFile(photo)))).toBe(true);
  expect(isSrgb(await converted('srgb'))).toBe(true);
});

test('Display P3 and CMYK are not sRGB', async () => {
  expect(isSrgb(await converted('p3'))).toBe(false);
  expect(
    isSrgb(await profile(await quadrantsIn().toColourspace('cmyk').withIccProfile('cmyk').jpeg().toBuffer())),
  ).toBe(false);
});

test("sRGB's primaries with another tone curve are not sRGB", async () => {
  const icc = await converted('srgb');
  const curve = icc.indexOf('para', 200, 'latin1');
  // The exponent, s15Fixed16: 2.4 becomes 1.0, linear light.
  icc.writeInt32BE(65_536, curve + 12);
  expect(isSrgb(icc)).toBe(false);
});

test('a profile that is cut off or empty is not taken for sRGB', async () => {
  const icc = await converted('srgb');
  for (const length of [0, 20, 130, 160, 250]) expect(isSrgb(icc.subarray(0, length))).toBe(false);
});
