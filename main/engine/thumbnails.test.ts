import { expect, test } from 'vitest';
import { corners, quadrants } from '../../test/engine/quadrants.ts';
import { sharp } from './decode/sharp-binary.ts';
import { turn } from './pixels/turn.ts';
import { makeThumbnails } from './thumbnails.ts';

const cornersOf = async (webp: Uint8Array) => {
  const { data, info } = await sharp(webp).raw().toBuffer({ resolveWithObject: true });
  return corners({ width: info.width, height: info.height, data });
};

test('thumbnails fit their size, in the order asked', async () => {
  const thumbnails = await makeThumbnails(quadrants(300, 200), [60, 150, 90]);
  expect(thumbnails.map(({ size, width, height }) => [size, width, height])).toEqual([
    [60, 60, 40],
    [150, 150, 100],
    [90, 90, 60],
  ]);
  for (const { webp } of thumbnails) expect(await cornersOf(webp)).toEqual(['red', 'green', 'blue', 'yellow']);
});

test('a small photo is not enlarged', async () => {
  const [thumbnail] = await makeThumbnails(quadrants(30, 20), [100]);
  expect(thumbnail).toMatchObject({ size: 100, width: 30, height: 20 });
});

test('a turn is applied to every size', async () => {
  for (const thumbnail of await makeThumbnails(quadrants(300, 200), [150, 60], { turn: 'cw90', view: null })) {
    expect(thumbnail.width / thumbnail.height).toBeCloseTo(2 / 3, 2);
    expect(await cornersOf(thumbnail.webp)).toEqual(['blue', 'red', 'yellow', 'green']);
  }
});

test('a panorama keeps at least one row', async () => {
  const [thumbnail] = await makeThumbnails(quadrants(4000, 2), [160]);
  expect(thumbnail).toMatchObject({ width: 160, height: 1 });
});

test('a small thumbnail is made from a view of the turned photo, a large one from the photo', async () => {
  const seen = { turn: 'cw180' as const, view: turn(quadrants(120, 80), 'cw180') };
  const thumbnails = await makeThumbnails(quadrants(300, 200), [200, 60], seen);
  expect(thumbnails.map(({ width, height }) => [width, height])).toEqual([
    [200, 133],
    [60, 40],
  ]);
  for (const { webp } of thumbnails) expect(await cornersOf(webp)).toEqual(['yellow', 'blue', 'green', 'red']);
});
