import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharp } from './decode/sharp-binary.ts';
import { similarity } from './embed.ts';
import type { Point } from './face.ts';
import { loadVision } from './load-vision.ts';
import { openPack, SHIPPED_PACK } from './pack/open-pack.ts';
import type { RgbImage } from './pixels/image.ts';
import { resizeLongSide } from './pixels/resize.ts';
import { mirror, turn } from './pixels/turn.ts';
import type { SeenFace, Vision } from './vision.ts';

const samples = join(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json'), '../demo');

/** Sample photo 1-6, its longer side 1024 px. */
async function sample(number: number): Promise<RgbImage> {
  const { data, info } = await sharp(join(samples, `sample${number}.jpg`))
    .resize(1024, 1024, { fit: 'inside' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

let vision: Vision;

beforeAll(async () => {
  vision = await loadVision(await openPack(SHIPPED_PACK), { threads: 1 });
});

afterAll(() => vision.release());

const centre = ({ rect }: SeenFace): Point => [(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2];
const distance = ([ax, ay]: Point, [bx, by]: Point): number => Math.hypot(ax - bx, ay - by);

test.each([
  [1, 3],
  [2, 3],
  [3, 3],
  [4, 4],
  [5, 5],
  [6, 4],
])('sample photo %d shows %d people', async (number, people) => {
  const { faces, turn, width } = await vision.see(await sample(number), {});
  expect(faces).toHaveLength(people);
  expect(turn).toBeNull();
  expect(width).toBe(1024);
  for (const { rect, score, landmarks21, landmarks106, eyeDist, quality, crop, embedding, attributes } of faces) {
    expect(score).toBeGreaterThan(0.69);
    expect(embedding).toBeNull();
    expect(attributes).toBeNull();
    expect([crop.width, crop.height]).toEqual([112, 112]);
    expect([landmarks21.length, landmarks106.length]).toEqual([21, 106]);
    // The face's own left-to-right order holds whatever its tilt, because nobody here stands on their head.
    const [leftEye, rightEye] = [landmarks21[16], landmarks21[17]] as [Point, Point];
    expect(leftEye[0]).toBeLessThan(rightEye[0]);
    expect(eyeDist).toBeCloseTo(distance(leftEye, rightEye), 6);
    const [mouthTop, mouthBottom] = [landmarks21[13], landmarks21[15]] as [Point, Point];
    expect(mouthTop[1]).toBeLessThan(mouthBottom[1]);
    const side = rect.right - rect.left;
    for (const [x, y] of landmarks106) {
      expect(x).toBeGreaterThan(rect.left - 0.25 * side);
      expect(x).toBeLessThan(rect.right + 0.25 * side);
      expect(y).toBeGreaterThan(rect.top - 0.25 * side);
      expect(y).toBeLessThan(rect.bottom + 0.25 * side);
    }
    for (const part of [quality.overall, quality.sharpness]) {
      expect(part).toBeGreaterThan(0);
      expect(part).toBeLessThanOrEqual(1);
    }
  }
  const areas = faces.map(({ rect }) => (rect.right - rect.left) * (rect.bottom - rect.top));
  expect(areas).toEqual(areas.toSorted((a, b) => b - a));
});

test('a mirrored photo gives mirrored landmarks', async () => {
  const photo = await sample(6);
  const [there, back] = [await vision.see(photo, {}), await vision.see(mirror(photo), {})];
  expect(back.faces).toHaveLength(there.faces.length);
  for (const face of there.faces) {
    const [x, y] = centre(face);
    const twin = back.faces.toSorted(
      (a, b) => distance(centre(a), [1024 - x, y]) - distance(centre(b), [1024 - x, y]),
    )[0];
    // Pupil for pupil and mouth corner for mouth corner, left and right exchanged.
    for (const [here, other] of [
      [16, 17],
      [17, 16],
      [19, 20],
      [20, 19],
      [18, 18],
    ] as const) {
      const [px, py] = face.landmarks21[here] ?? [0, 0];
      expect(distance([1024 - px, py], twin?.landmarks21[other] ?? [0, 0])).toBeLessThan(0.06 * face.eyeDist + 1);
    }
    expect(twin?.quality.yaw).toBeCloseTo(-face.quality.yaw, -1);
  }
});

test('a face is recognised in a smaller copy, and nobody else is taken for it', async () => {
  const photo = await sample(4);
  const [large, small] = [
    await vision.see(photo, { embedding: true }),
    await vision.see(await resizeLongSide(photo, 700), { embedding: true }),
  ];
  for (const face of large.faces) {
    for (const other of small.faces) {
      const [x, y] = centre(other);
      const same = distance(centre(face), [(x * 1024) / 700, (y * 1024) / 700]) < 10;
      const cosine = similarity(face.embedding ?? new Float32Array(), other.embedding ?? new Float32Array());
      if (same) expect(cosine).toBeGreaterThan(0.8);
      else expect(cosine).toBeLessThan(0.35);
    }
  }
});

test('an embedding has length 1 and can be made again from the crop', async () => {
  const { faces } = await vision.see(await sample(1), { embedding: true });
  const again = await vision.embed(faces.map(({ crop }) => crop));
  faces.forEach(({ embedding }, i) => {
    expect(similarity(embedding ?? new Float32Array(), again[i] ?? new Float32Array())).toBeCloseTo(1, 5);
  });
});

test.each([
  ['cw90', 'cw270'],
  ['cw180', 'cw180'],
  ['cw270', 'cw90'],
] as const)('a photo turned %s is put upright by %s when asked', async (turned, righted) => {
  const photo = turn(await sample(5), turned);
  const seen = await vision.see(photo, { autoRotate: true });
  expect(seen.turn).toBe(righted);
  expect([seen.width, seen.height]).toEqual([1024, 746]);
  expect(seen.faces).toHaveLength(5);
});

test('a photo without people has no faces, and a higher threshold never finds more', async () => {
  const sky: RgbImage = { width: 300, height: 200, data: new Uint8Array(300 * 200 * 3).fill(180) };
  expect((await vision.see(sky, { autoRotate: true, detection: 'thorough' })).faces).toEqual([]);
  const photo = await sample(2);
  const counts = [];
  for (const minScore of [0.2, 0.69, 0.99, 1]) counts.push((await vision.see(photo, { minScore })).faces.length);
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
});

test('a place that someone else says is a face is described as it is, in the order given', async () => {
  const photo = await sample(1);
  const [first, second] = (await vision.see(photo, { embedding: true })).faces;
  if (!first || !second) throw new Error('Sample 1 shows three people.');
  const places = [second, first].map(({ rect: { left, top, right, bottom } }) => ({
    left: left / photo.width,
    top: top / photo.height,
    right: right / photo.width,
    bottom: bottom / photo.height,
  }));
  const { faces } = await vision.see(photo, { embedding: true, at: places });
  for (const { score } of faces) expect(score).toBeGreaterThan(0.9);
  expect(similarity(faces[0]?.embedding ?? new Float32Array(), second.embedding ?? new Float32Array())).toBeGreaterThan(
    0.9,
  );
  expect(similarity(faces[1]?.embedding ?? new Float32Array(), first.embedding ?? new Float32Array())).toBeGreaterThan(
    0.9,
  );
});

test('a place that is no face is described with a low score', async () => {
  const gray: RgbImage = { width: 300, height: 300, data: new Uint8Array(300 * 300 * 3).fill(128) };
  const { faces } = await vision.see(gray, { at: [{ left: 0.3, top: 0.3, right: 0.7, bottom: 0.7 }] });
  expect(faces[0]?.score).toBeLessThan(0.5);
});

test('a photo is turned as told, whatever its faces say', async () => {
  const photo = await sample(1);
  const seen = await vision.see(turn(photo, 'cw90'), { turn: 'cw270' });
  expect(seen.turn).toBe('cw270');
  expect([seen.width, seen.height]).toEqual([photo.width, photo.height]);
  expect(seen.faces).toHaveLength(3);
});
