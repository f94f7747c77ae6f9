import { readFile } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { corners, pixel, quadrantsIn } from '../../../test/engine/quadrants.ts';
import { decodePhoto } from './decode-photo.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { sharp } from './sharp-binary.ts';

const UPRIGHT = ['red', 'green', 'blue', 'yellow'];

const fixture = (name: string) => readFile(new URL(`../../../test/engine/photos/${name}`, import.meta.url));
const sample = (name: string) =>
  readFile(new URL(`../../../node_modules/@vladmandic/face-api/demo/${name}`, import.meta.url));

test.each([
  ['jpeg', () => quadrantsIn().jpeg({ quality: 95 }).toBuffer()],
  ['png', () => quadrantsIn().png().toBuffer()],
  ['webp', () => quadrantsIn().webp({ quality: 95 }).toBuffer()],
  ['avif', () => quadrantsIn().avif({ quality: 90, effort: 0 }).toBuffer()],
  ['gif', () => quadrantsIn().gif().toBuffer()],
  ['tiff', () => quadrantsIn().tiff({ compression: 'lzw' }).toBuffer()],
  ['heif', () => fixture('quadrants.heic')],
] as const)('%s decodes to RGB pixels', async (format, encode) => {
  const decoded = await decodePhoto({ bytes: await encode() });
  expect(decoded).toMatchObject({ format, width: 96, height: 64, photo: { width: 96, height: 64 } });
  expect(decoded.photo.data).toHaveLength(96 * 64 * 3);
  expect(corners(decoded.photo)).toEqual(UPRIGHT);
});

// What a viewer shows for stored quadrants R G / B Y under each orientation.
const SHOWN = [
  [1, 'red', 'green', 'blue', 'yellow'],
  [2, 'green', 'red', 'yellow', 'blue'],
  [3, 'yellow', 'blue', 'green', 'red'],
  [4, 'blue', 'yellow', 'red', 'green'],
  [5, 'red', 'blue', 'green', 'yellow'],
  [6, 'blue', 'red', 'yellow', 'green'],
  [7, 'yellow', 'green', 'blue', 'red'],
  [8, 'green', 'yellow', 'red', 'blue'],
] as const;

test.each(SHOWN)('EXIF orientation %i is applied, in every format that has one', async (orientation, ...shown) => {
  const sideways = orientation >= 5;
  for (const format of ['jpeg', 'tiff', 'png', 'webp'] as const) {
    const bytes = await quadrantsIn().withMetadata({ orientation }).toFormat(format).toBuffer();
    const decoded = await decodePhoto({ bytes });
    expect(decoded).toMatchObject({
      format,
      exifOrientation: orientation,
      width: sideways ? 64 : 96,
      height: sideways ? 96 : 64,
    });
    expect(corners(decoded.photo), format).toEqual(shown);
  }
});

test("HEIF's own rotation is applied once", async () => {
  const decoded = await decodePhoto({ bytes: await fixture('quadrants-irot.heic') });
  expect(decoded).toMatchObject({ width: 64, height: 96, exifOrientation: null, photo: { width: 64, height: 96 } });
  expect(corners(decoded.photo)).toEqual(['green', 'yellow', 'red', 'blue']);
});

test.each([
  ['16-bit PNG', () => quadrantsIn().toColourspace('rgb16').png().toBuffer()],
  ['16-bit TIFF', () => quadrantsIn().toColourspace('rgb16').tiff().toBuffer()],
  ['CMYK JPEG', () => quadrantsIn().toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer()],
  ['CMYK TIFF', () => quadrantsIn().toColourspace('cmyk').tiff().toBuffer()],
  ['palette PNG', () => quadrantsIn().png({ palette: true }).toBuffer()],
  ['progressive JPEG', () => quadrantsIn().jpeg({ progressive: true }).toBuffer()],
  ['interlaced PNG', () => quadrantsIn().png({ progressive: true }).toBuffer()],
  ['opaque RGBA', () => quadrantsIn().ensureAlpha().webp().toBuffer()],
] as const)('%s comes out as 8-bit RGB of the same colours', async (_, encode) => {
  const { photo } = await decodePhoto({ bytes: await encode() });
  expect(photo.data).toHaveLength(96 * 64 * 3);
  expect(corners(photo)).toEqual(UPRIGHT);
});

test('gray photos come out as three equal channels', async () => {
  for (const gray of [quadrantsIn().grayscale().jpeg(), quadrantsIn().toColourspace('grey16').png()]) {
    const { photo } = await decodePhoto({ bytes: await gray.toBuffer() });
    const [r, g, b] = pixel(photo, 10, 10);
    expect([g, b]).toEqual([r, r]);
  }
});

test('transparent pixels become white', async () => {
  const clear = sharp({ create: { width: 8, height: 8, channels: 4, background: { r: 200, g: 0, b: 0, alpha: 0 } } });
  const { photo } = await decodePhoto({ bytes: await clear.png().toBuffer() });
  expect(pixel(photo, 4, 4)).toEqual([255, 255, 255]);
});

test('colours in a wide-gamut profile are converted to sRGB', async () => {
  const plain = await decodePhoto({ bytes: await quadrantsIn().png().toBuffer() });
  const wide = await decodePhoto({ bytes: await quadrantsIn().withIccProfile('p3').png().toBuffer() });
  const unconverted = await sharp(await quadrantsIn().withIccProfile('p3').png().toBuffer(), { ignoreIcc: true })
    .raw()
    .toBuffer();
  const far = (data: Uint8Array) =>
    Math.max(...plain.photo.data.map((value, index) => Math.abs(value - (data[index] ?? 0))));
  expect(far(wide.photo.data)).toBeLessThanOrEqual(3);
  expect(far(unconverted)).toBeGreaterThan(15);
});

test('a photo of 48 megapixels is decoded at half its size, and says how large it is', async () => {
  const bytes = await quadrantsIn().resize(8000, 6000, { kernel: 'nearest', fit: 'fill' }).jpeg().toBuffer();
  const decoded = await decodePhoto({ bytes });
  expect(decoded).toMatchObject({ width: 8000, height: 6000, photo: { width: 4000, height: 3000 } });
  expect(corners(decoded.photo)).toEqual(UPRIGHT);
});

/** A PNG of a few dozen bytes that claims to be enormous. */
async function claiming(width: number, height: number): Promise<Buffer> {
  const png = await quadrantsIn().png().toBuffer();
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

test.each([
  [100_000, 1, 'on each side'],
  [20_000, 20_000, 'in all'],
])('a header that claims %i x %i pixels is refused before anything is decoded', async (width, height, why) => {
  await expect(decodePhoto({ bytes: await claiming(width, height) })).rejects.toMatchObject({
    code: 'too-large',
    message: expect.stringContaining(why),
  });
});

test('a file with too many bytes is refused before it is read', async () => {
  const bytes = await sample('sample1.jpg');
  const limits = { ...DEFAULT_LIMITS, fileBytes: 1000 };
  await expect(decodePhoto({ bytes }, limits)).rejects.toMatchObject({ code: 'too-large' });
});

test.each([
  ['text', Buffer.from('A note about a photo, not a photo')],
  ['a movie', Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1')],
  ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
  ['PDF', Buffer.from('%PDF-1.7\n')],
])('%s is unsupported', async (_, bytes) => {
  await expect(decodePhoto({ bytes })).rejects.toMatchObject({ code: 'unsupported' });
});

test("a TIFF whose first image is only a camera raw's preview is unsupported", async () => {
  const tiff = await quadrantsIn().tiff().toBuffer();
  const little = tiff[0] === 0x49;
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  // The first entry in order of tags becomes NewSubfileType, a LONG with the value "reduced resolution".
  const entry = Buffer.alloc(12);
  for (const [value, at, bytes] of [
    [254, 0, 2],
    [4, 2, 2],
    [1, 4, 4],
    [1, 8, 4],
  ] as const) {
    if (little) entry.writeUIntLE(value, at, bytes);
    else entry.writeUIntBE(value, at, bytes);
  }
  tiff.set(entry, directory + 2);
  await expect(decodePhoto({ bytes: tiff })).rejects.toMatchObject({
    code: 'unsupported',
    message: expect.stringContaining('raw'),
  });
});

test('an empty file is corrupt, a missing one and a folder are unreadable', async () => {
  await expect(decodePhoto({ bytes: new Uint8Array() })).rejects.toMatchObject({ code: 'corrupt' });
  await expect(decodePhoto({ path: 'no/such/photo.jpg' })).rejects.toMatchObject({ code: 'unreadable' });
  await expect(decodePhoto({ path: '.' })).rejects.toMatchObject({ code: 'unreadable' });
});

/** `pixels`, or the code of the refusal. */
const outcome = (bytes: Uint8Array): Promise<string | undefined> =>
  decodePhoto({ bytes }).then(
    ({ photo }) => (photo.data.length === photo.width * photo.height * 3 ? 'pixels' : 'wrong length'),
    (error: { code?: string }) => error.code,
  );

const ENCODED = {
  jpeg: () => sample('sample6.jpg'),
  png: async () =>
    sharp(await sample('sample6.jpg'))
      .resize(200)
      .png()
      .toBuffer(),
  webp: () => quadrantsIn().webp().toBuffer(),
  avif: () => quadrantsIn().avif({ effort: 0 }).toBuffer(),
  gif: () => quadrantsIn().gif().toBuffer(),
  tiff: () => quadrantsIn().tiff({ compression: 'none' }).toBuffer(),
  heif: () => fixture('quadrants.heic'),
};

test.each(Object.entries(ENCODED))('%s cut off anywhere is refused as corrupt', async (_, encode) => {
  const bytes = await encode();
  for (const share of [0.2, 0.5, 0.9, 0.98]) {
    expect(await outcome(bytes.subarray(0, Math.floor(bytes.length * share))), `at ${share}`).toBe('corrupt');
  }
});

test.each(Object.entries(ENCODED))('%s with flipped bits ends in pixels or a typed error', async (_, encode) => {
  const bytes = await encode();
  for (let flip = 0; flip < 60; flip++) {
    const broken = Buffer.from(bytes);
    // Denser at the start, where the structure is; a fixed sequence, so that a failure can be repeated.
    const at = Math.floor(bytes.length * (flip / 60) ** 3);
    broken[at] = (broken[at] ?? 0) ^ (1 << (flip % 8));
    const typed = ['pixels', 'corrupt', 'unsupported', 'too-large'];
    expect(typed, `bit ${flip % 8} of byte ${at}`).toContain(await outcome(broken));
  }
});
