/**
 * What the engine sees in a portrait: the same decoding, detection, mesh, alignment and models as in use, so that the
 * heads learn from the very numbers they will be given. Slow (about 50 ms a face), so the result is kept in the scratch
 * folder for as long as the engine sees the same.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Evidence, evidence, FEATURES } from '../../main/engine/attributes.ts';
import { closeUp } from '../../main/engine/close-up.ts';
import { decodePhoto } from '../../main/engine/decode/decode-photo.ts';
import type { Detection } from '../../main/engine/detect/detection.ts';
import { EngineError } from '../../main/engine/engine-error.ts';
import type { Rect } from '../../main/engine/face.ts';
import { loadModels, type Models } from '../../main/engine/load-models.ts';
import { openPack, SHIPPED_PACK } from '../../main/engine/pack/open-pack.ts';
import type { RgbImage } from '../../main/engine/pixels/image.ts';
import { scratch } from './data.ts';
import type { Portrait } from './portraits.ts';

const EMBEDDING = 512;
/** Features, embedding, the model's expected age (years), its log-odds of male. */
const NUMBERS = FEATURES + EMBEDDING + 2;
/** Longer side at which the padded portrait is searched, px. */
const LONG_SIDE = 320;

export interface Sample<Labels> extends Portrait<Labels>, Evidence {
  /** L2-normalised. */
  readonly embedding: Float32Array;
}

/** Samples of all portraits in which the engine finds a face. */
export async function extractFeatures<Labels>(set: string, portraits: Portrait<Labels>[]): Promise<Sample<Labels>[]> {
  const models = await loadModels(await openPack(SHIPPED_PACK), { threads: 1 });
  // The first portraits tell whether the engine still sees what it saw when the features were kept.
  const print = createHash('sha256')
    .update(await extractAll(portraits.slice(0, 8), models))
    .digest('hex');
  const path = join(scratch, `features-${set}-${portraits.length}-${print.slice(0, 12)}.bin`);
  if (!existsSync(path)) {
    mkdirSync(scratch, { recursive: true });
    writeFileSync(path, await extractAll(portraits, models, set));
  }
  await models.release();
  const bytes = readFileSync(path);
  const numbers = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  return portraits.flatMap((portrait, i) => {
    const row = numbers.subarray(i * NUMBERS, (i + 1) * NUMBERS);
    if (Number.isNaN(row[0])) return [];
    const [age = 0, male = 0] = row.subarray(FEATURES + EMBEDDING);
    const embedding = row.subarray(FEATURES, FEATURES + EMBEDDING);
    return [{ ...portrait, features: row.subarray(0, FEATURES), embedding, age, male }];
  });
}

/** One row of NUMBERS a portrait; NaN where there is no face to be found. */
async function extractAll(
  portraits: readonly Portrait<unknown>[],
  models: Models,
  set?: string,
): Promise<Float32Array> {
  const numbers = new Float32Array(portraits.length * NUMBERS).fill(Number.NaN);
  let missed = 0;
  for (const [i, { path }] of portraits.entries()) {
    const photo = await decode(path);
    const face = photo && (await findFace(photo, models));
    if (!(photo && face)) {
      missed++;
    } else {
      const { crop, fine } = await closeUp(models, photo, face);
      const { features, age, male } = evidence(await models.describer.describe(fine));
      numbers.set(features, i * NUMBERS);
      numbers.set(await models.embedder.embed(crop), i * NUMBERS + FEATURES);
      numbers.set([age, male], i * NUMBERS + FEATURES + EMBEDDING);
    }
    if (set && (i + 1) % 500 === 0) console.error(`${set}: ${i + 1} of ${portraits.length}`);
  }
  if (set) console.error(`${set}: no face found in ${missed} of ${portraits.length} portraits`);
  return numbers;
}

/** One SMILEs portrait is cut short: such a file has no features. */
async function decode(path: string): Promise<RgbImage | null> {
  try {
    return (await decodePhoto({ path })).photo;
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    console.error(`${path}: ${error.message}`);
    return null;
  }
}

/** The portrait's own face: the most certain one around its middle. */
async function findFace(portrait: RgbImage, { detector }: Models): Promise<Pick<Detection, 'rect'> | null> {
  const { padded, shift } = pad(portrait);
  const found = (await detector.detect(padded, LONG_SIDE)).map(({ rect, score }) => ({
    rect: move(rect, shift),
    score,
  }));
  const [x, y] = [portrait.width / 2, portrait.height / 2];
  const central = found.filter(({ rect }) => rect.left < x && rect.right > x && rect.top < y && rect.bottom > y);
  const [best] = central.toSorted((a, b) => b.score - a.score);
  return best ?? null;
}

/** The portrait in the middle of black of twice its size: its face fills it, and detectors know faces with a margin. */
function pad({ width, height, data }: RgbImage): { padded: RgbImage; shift: [number, number] } {
  const [x, y] = [Math.floor(width / 2), Math.floor(height / 2)];
  const padded = { width: 2 * width, height: 2 * height, data: new Uint8Array(data.length * 4) };
  for (let row = 0; row < height; row++)
    padded.data.set(data.subarray(row * width * 3, (row + 1) * width * 3), ((row + y) * padded.width + x) * 3);
  return { padded, shift: [-x, -y] };
}

const move = ({ left, top, right, bottom }: Rect, [dx, dy]: readonly [number, number]): Rect => ({
  left: left + dx,
  top: top + dy,
  right: right + dx,
  bottom: bottom + dy,
});
