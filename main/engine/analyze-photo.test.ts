import { expect, test } from 'vitest';
import { corners, quadrants, quadrantsIn } from '../../test/engine/quadrants.ts';
import { analyzePhoto, type Line } from './analyze-photo.ts';
import { DEFAULT_LIMITS } from './decode/limits.ts';
import { sharp } from './decode/sharp-binary.ts';
import type { Point, Turn } from './face.ts';
import type { RgbImage } from './pixels/image.ts';
import type { SeenFace, Vision } from './vision.ts';

/** The lower right quarter of a frame, as a face. */
function quarter(width: number, height: number): SeenFace {
  const middle: Point = [width / 2, height / 2];
  return {
    rect: { left: width / 2, top: height / 2, right: width, bottom: height },
    score: 1,
    landmarks21: Array<Point>(21).fill(middle),
    landmarks106: Array<Point>(106).fill(middle),
    eyeDist: width / 8,
    quality: { overall: 1, size: width / 2, sharpness: 1, yaw: 0, pitch: 0, roll: 0 },
    crop: quadrants(112, 112),
    embedding: null,
    attributes: null,
  };
}

/** A vision that turns every photo, and remembers the pixels it was shown. */
function visionThat(turn: Turn | null): Vision & { shown: RgbImage[] } {
  const shown: RgbImage[] = [];
  return {
    shown,
    facts: { name: '', version: '', embeddingModel: '', embeddingSize: 2, calibration: [], licence: '' },
    async see(photo) {
      shown.push(photo);
      const sideways = turn === 'cw90' || turn === 'cw270';
      const [width, height] = sideways ? [photo.height, photo.width] : [photo.width, photo.height];
      return { turn, width, height, view: null, faces: [quarter(width, height)] };
    },
    embed: async () => [],
    release: async () => undefined,
  };
}

const line: Line = { add: (work) => work() };

const analyze = (bytes: Uint8Array, vision: Vision, thumbnails: number[] = [], signal = new AbortController().signal) =>
  analyzePhoto({ bytes }, { thumbnails }, { vision, limits: DEFAULT_LIMITS, decoding: line, looking: line }, signal);

test('faces of a photo that was decoded smaller are told in the full frame', async () => {
  const bytes = await quadrantsIn().resize(8001, 5001, { kernel: 'nearest', fit: 'fill' }).jpeg().toBuffer();
  const vision = visionThat(null);
  const seen = await analyze(bytes, vision);
  expect(vision.shown[0]?.width).toBeLessThan(8001);
  expect(seen).toMatchObject({ width: 8001, height: 5001 });
  expect(seen.faces[0]).toMatchObject({
    rect: { left: 4000.5, top: 2500.5, right: 8001, bottom: 5001 },
    eyeDist: expect.closeTo(1000, 0),
    quality: { size: expect.closeTo(4000, -1) },
  });
  expect(seen.faces[0]?.landmarks106[7]).toEqual([4000.5, 2500.5]);
});

test('a photo that was turned has its frame, faces and thumbnails turned', async () => {
  const seen = await analyze(await quadrantsIn(300, 200).png().toBuffer(), visionThat('cw90'), [150]);
  expect(seen).toMatchObject({ width: 200, height: 300, rotate: 'cw90', exifOrientation: null });
  expect(seen.faces[0]?.rect).toEqual({ left: 100, top: 150, right: 200, bottom: 300 });
  const [thumbnail] = seen.thumbnails;
  expect(thumbnail).toMatchObject({ width: 100, height: 150 });
  const { data, info } = await sharp(thumbnail?.webp).raw().toBuffer({ resolveWithObject: true });
  expect(corners({ width: info.width, height: info.height, data })).toEqual(['blue', 'red', 'yellow', 'green']);
});

test('a question that was taken back while the photo was decoded costs no look', async () => {
  const vision = visionThat(null);
  const taken = AbortSignal.abort(new Error('taken back'));
  await expect(analyze(await quadrantsIn().png().toBuffer(), vision, [], taken)).rejects.toThrow('taken back');
  expect(vision.shown).toEqual([]);
});
