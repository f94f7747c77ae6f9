/**
 * Measures the calibration of the shipped embedding on LFW: the cosine that a share of 1e-1 … 1e-5 of all pairs of
 * different people reaches, `node native-models/train/measure-calibration.ts`. Prints the knots for pack.json, and the
 * verification accuracy on LFW's own pairs.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeUp } from '../../main/engine/close-up.ts';
import { decodePhoto } from '../../main/engine/decode/decode-photo.ts';
import { detectFaces } from '../../main/engine/detect/views.ts';
import { similarity } from '../../main/engine/embed.ts';
import type { Rect } from '../../main/engine/face.ts';
import { loadModels, type Models } from '../../main/engine/load-models.ts';
import { openPack, SHIPPED_PACK } from '../../main/engine/pack/open-pack.ts';
import { dataFolder } from './data.ts';
import { mean } from './measures.ts';

/** Confidence 0.4 … 0.8; what 3 million pairs cannot tell (0.9 is 1e-6) is continued from these. */
const LEVELS = [1, 2, 3, 4, 5];
const BINS = 20_000;

const folder = dataFolder('lfw-people');

async function embedAll(): Promise<Map<string, Float32Array>> {
  const models = await loadModels(await openPack(SHIPPED_PACK), { threads: 1 });
  const embeddings = new Map<string, Float32Array>();
  for (const person of readdirSync(join(folder, 'people')).toSorted()) {
    for (const name of readdirSync(join(folder, 'people', person)).toSorted()) {
      const embedding = await embedCentral(join(folder, 'people', person, name), models);
      if (embedding === null) console.error(`${name}: no face found`);
      else embeddings.set(`people/${person}/${name}`, embedding);
    }
  }
  await models.release();
  return embeddings;
}

/** LFW's photos are centred on the person they are named after; others may stand beside. */
async function embedCentral(path: string, models: Models): Promise<Float32Array | null> {
  const { photo } = await decodePhoto({ path });
  const { detections: found } = await detectFaces(models.detector, photo, models.views.default);
  const away = ({ left, top, right, bottom }: Rect): number =>
    Math.hypot((left + right - photo.width) / 2, (top + bottom - photo.height) / 2) - 0.3 * (right - left);
  const [central] = found.filter(({ score }) => score > 0.3).toSorted((a, b) => away(a.rect) - away(b.rect));
  if (central === undefined) return null;
  const { crop } = await closeUp(models, photo, central);
  return models.embedder.embed(crop);
}

/** The cosines that shares of 10^-level of the pairs of different people reach. */
function impostorCosines(embeddings: ReadonlyMap<string, Float32Array>): { cosines: number[]; pairs: number } {
  const faces = Array.from(embeddings, ([path, embedding]) => ({ person: path.split('/')[1], embedding }));
  const histogram = new Float64Array(BINS + 1);
  let pairs = 0;
  for (const [i, a] of faces.entries()) {
    for (let j = 0; j < i; j++) {
      const b = faces[j];
      if (b === undefined || a.person === b.person) continue;
      const bin = Math.round(((similarity(a.embedding, b.embedding) + 1) / 2) * BINS);
      histogram[bin] = (histogram[bin] ?? 0) + 1;
      pairs++;
    }
  }
  const cosines = LEVELS.map((level) => {
    let bin = BINS;
    for (let above = 0; bin > 0 && above < pairs * 10 ** -level; bin--) above += histogram[bin] ?? 0;
    return ((bin + 1) / BINS) * 2 - 1;
  });
  return { cosines, pairs };
}

/** Accuracy on LFW's pairs, the threshold of each fold chosen on the others. */
function verificationAccuracy(embeddings: ReadonlyMap<string, Float32Array>): { accuracy: number; pairs: number } {
  const lines = readFileSync(join(folder, 'pairs.tsv'), 'utf8').trim().split('\n').slice(1);
  const pairs = lines.flatMap((line) => {
    const [fold = '', same, first = '', second = ''] = line.split('\t');
    const [a, b] = [embeddings.get(first), embeddings.get(second)];
    return [{ fold, same: same === '1', cosine: a && b ? similarity(a, b) : 0 }];
  });
  const right = (of: typeof pairs, threshold: number): number =>
    mean(of.map(({ same, cosine }) => (cosine > threshold === same ? 1 : 0)));
  const thresholds = Array.from({ length: 500 }, (_, i) => i / 1000);
  const folds = [...new Set(pairs.map(({ fold }) => fold))].map((tested) => {
    const others = pairs.filter(({ fold }) => fold !== tested);
    const best = thresholds.reduce((a, b) => (right(others, b) > right(others, a) ? b : a));
    return right(
      pairs.filter(({ fold }) => fold === tested),
      best,
    );
  });
  return { accuracy: mean(folds), pairs: pairs.length };
}

const embeddings = await embedAll();
const { accuracy, pairs } = verificationAccuracy(embeddings);
console.log(`verification: ${(100 * accuracy).toFixed(2)} % right on ${pairs} pairs`);
const impostors = impostorCosines(embeddings);
console.log(`pairs of different people: ${impostors.pairs}; knots for pack.json:`);
for (const [i, cosine] of impostors.cosines.entries())
  console.log(`  [${cosine.toFixed(3)}, ${(((LEVELS[i] ?? 0) + 3) / 10).toFixed(1)}]`);
const [c3 = 0, c4 = 0, c5 = 0] = impostors.cosines.slice(-3);
// The steps between knots shrink evenly.
console.log(`  [${(c5 + (c5 - c4) ** 2 / (c4 - c3)).toFixed(3)}, 0.9] (continued)`);
