/**
 * Fits the linear landmark correction on faces of HELEN that people marked with 68 points, and measures it on others:
 * `node native-models/train/train-landmarks.ts`. Writes landmark-correction.json into the shipped pack; seal it after.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { decodePhoto } from '../../main/engine/decode/decode-photo.ts';
import { detectFaces } from '../../main/engine/detect/views.ts';
import type { Point, Rect } from '../../main/engine/face.ts';
import { correctLandmarks, eyeFrame, type LandmarkCorrection } from '../../main/engine/landmarks/correction.ts';
import { points106 } from '../../main/engine/landmarks/points106.ts';
import { loadModels } from '../../main/engine/load-models.ts';
import { openPack, SHIPPED_PACK } from '../../main/engine/pack/open-pack.ts';
import { overlap } from '../../main/engine/rect.ts';
import { dataFolder, readLabels } from './data.ts';
import { FOLLOWERS, MARKED, meanErrors } from './landmarks68.ts';
import { ridge } from './ridge.ts';
import { rounded } from './rounded.ts';

/** Penalties tried, on the sum of squares; cross-validation within the training faces chooses. */
const LAMBDAS = [0.1, 0.3, 1, 3, 10];
const FOLDS = 5;
/** Mean error, in % of the outer eye corners' distance, from which the mesh lost the face: nothing linear to learn. */
const LOST = 10;
/** Intersection over union from which a detection is the marked face. */
const FOUND = 0.4;
/** Corners of the eyes among the 106. */
const EYES: LandmarkCorrection['eyes'] = [
  [52, 55],
  [58, 61],
];
/** The pupils appear twice among the 106. */
const INPUTS = Array.from({ length: 104 }, (_, i) => i).filter((i) => !FOLLOWERS.some(([follower]) => follower === i));

interface Face {
  readonly test: boolean;
  /** What the engine sees: 106 points, not corrected. */
  readonly seen: readonly Point[];
  /** What people marked: 68 points. */
  readonly marked: readonly Point[];
}

async function readFaces(): Promise<Face[]> {
  const folder = dataFolder('helen-landmarks');
  const point = z.tuple([z.number(), z.number()]);
  const photo = z.object({ split: z.enum(['train', 'test']), points: z.array(point).length(68) });
  const photos = readLabels(join(folder, 'points68.json'), z.record(z.string(), photo));
  const models = await loadModels(await openPack(SHIPPED_PACK), { threads: 1 });
  const faces: Face[] = [];
  for (const [name, { split, points }] of Object.entries(photos)) {
    const { photo: pixels } = await decodePhoto({ path: join(folder, 'images', name) });
    const { detections: found } = await detectFaces(models.detector, pixels, models.views.default);
    const face = faceBox(points);
    const [best] = found.toSorted((a, b) => overlap(b.rect, face) - overlap(a.rect, face));
    if (best === undefined || overlap(best.rect, face) < FOUND) {
      console.error(`${name}: the marked face was not detected, so there is nothing to correct`);
      continue;
    }
    const mesh = await models.mesh.read(pixels, best.rect);
    faces.push({ test: split === 'test', seen: points106(mesh.points), marked: points });
  }
  await models.release();
  return faces;
}

/** The box a detector draws around a marked face: the 68 points end at the brows, a face two fifths higher. */
function faceBox(points: readonly Point[]): Rect {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  return { left: Math.min(...xs), top: Math.max(0, top - 0.4 * (bottom - top)), right: Math.max(...xs), bottom };
}

function learn(faces: readonly Face[], lambda: number): LandmarkCorrection {
  const rows = faces.flatMap(({ seen, marked }) => {
    const frame = eyeFrame(seen, EYES);
    if (frame === null) return [];
    const enter = (points: readonly Point[]) => points.map((point) => frame.enter(point));
    const inputs = enter(INPUTS.map((i) => seen[i] ?? [0, 0])).flat();
    const wanted = enter(marked).flat();
    const found = enter(MARKED.map((i) => seen[i] ?? [0, 0])).flat();
    return [{ inputs, offsets: wanted.map((value, i) => value - (found[i] ?? 0)) }];
  });
  const { weights, means, targetMeans } = ridge(
    rows.map((row) => row.inputs),
    rows.map((row) => row.offsets),
    { lambda: lambda / rows.length, standardise: false },
  );
  return {
    kind: 'kindred-landmark-correction',
    points: 106,
    eyes: EYES,
    inputs: INPUTS,
    means: rounded(means),
    marked: [...MARKED],
    offsets: rounded(targetMeans),
    weights: weights.map((row) => rounded(row)),
    followers: FOLLOWERS.map(([follower, leaders]) => [follower, [...leaders]]),
  };
}

/** Mean error over all 68 points of faces that a correction with this penalty was not learnt from. */
function crossValidate(faces: readonly Face[], lambda: number): number {
  const unseen = Array.from({ length: FOLDS }, (_, fold) => {
    const correction = learn(
      faces.filter((_, i) => i % FOLDS !== fold),
      lambda,
    );
    return faces.filter((_, i) => i % FOLDS === fold).map((face) => correct(face, correction));
  });
  return meanErrors(unseen.flat()).all68;
}

const correct = ({ seen, marked }: Face, correction: LandmarkCorrection) => ({
  points: correctLandmarks(seen, correction),
  marked,
});

const faces = await readFaces();
const training = faces.filter(({ test, seen, marked }) => !test && meanErrors([{ points: seen, marked }]).all68 < LOST);
const test = faces.filter((face) => face.test);
const tried = LAMBDAS.map((lambda) => ({ lambda, error: crossValidate(training, lambda) }));
const { lambda } = tried.reduce((best, next) => (next.error < best.error ? next : best));
const correction = learn(training, lambda);
console.log(`learnt from ${training.length} faces (lambda ${lambda}), measured on ${test.length} others`);
console.log("mean error in % of the outer eye corners' distance:");
for (const [name, compared] of [
  ['mesh', test.map(({ seen, marked }) => ({ points: seen, marked }))],
  ['corrected', test.map((face) => correct(face, correction))],
] as const) {
  const { inner51, all68 } = meanErrors(compared);
  console.log(`${name.padEnd(10)} inner 51: ${inner51.toFixed(2)}  all 68: ${all68.toFixed(2)}`);
}
writeFileSync(join(SHIPPED_PACK, 'landmark-correction.json'), `${JSON.stringify(correction)}\n`);
