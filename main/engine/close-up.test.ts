import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeUp } from './close-up.ts';
import { sharp } from './decode/sharp-binary.ts';
import { similarity } from './embed.ts';
import type { Point, Rect, Turn } from './face.ts';
import { loadModels, type Models } from './load-models.ts';
import { openPack, SHIPPED_PACK } from './pack/open-pack.ts';
import type { RgbImage } from './pixels/image.ts';
import { turn } from './pixels/turn.ts';

let models: Models;
let photo: RgbImage;
/** A face of the photo, as the detector finds it. */
let rect: Rect;

beforeAll(async () => {
  models = await loadModels(await openPack(SHIPPED_PACK), { threads: 1 });
  const samples = join(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json'), '../demo');
  const { data, info } = await sharp(join(samples, 'sample6.jpg'))
    .resize(800)
    .raw()
    .toBuffer({ resolveWithObject: true });
  photo = { width: info.width, height: info.height, data };
  const [face] = await models.detector.detect(photo, 640);
  if (face === undefined) throw new Error('The sample photo has faces.');
  rect = face.rect;
});

afterAll(() => models.release());

type QuarterTurn = Exclude<Turn, 'cw180'>;
/** Where a point of the upright photo lies after a turn. */
const PLACE: Record<QuarterTurn, (point: Point) => Point> = {
  cw90: ([x, y]) => [photo.height - y, x],
  cw270: ([x, y]) => [y, photo.width - x],
};

// Faces on their heads are left to auto-rotate.
test.each(['cw90', 'cw270'] as const)('a face turned %s has the same landmarks and embedding', async (by) => {
  const upright = await closeUp(models, photo, { rect });
  const [ax, ay] = PLACE[by]([rect.left, rect.top]);
  const [bx, by2] = PLACE[by]([rect.right, rect.bottom]);
  const turned = await closeUp(models, turn(photo, by), {
    rect: { left: Math.min(ax, bx), top: Math.min(ay, by2), right: Math.max(ax, bx), bottom: Math.max(ay, by2) },
  });
  for (const landmark of [16, 46, 52, 61, 84, 90]) {
    const [x, y] = PLACE[by](upright.landmarks106[landmark] ?? [0, 0]);
    const [tx, ty] = turned.landmarks106[landmark] ?? [0, 0];
    expect(Math.hypot(tx - x, ty - y)).toBeLessThan(0.03 * (rect.right - rect.left));
  }
  const [a, b] = [await models.embedder.embed(upright.crop), await models.embedder.embed(turned.crop)];
  expect(similarity(a, b)).toBeGreaterThan(0.95);
});
