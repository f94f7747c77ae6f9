/** Who is who in LFW: accuracy on the official pairs, and how often strangers reach a confidence. */
import { closeUp } from '../../../main/engine/close-up.ts';
import { confidence } from '../../../main/engine/confidence.ts';
import { decodePhoto } from '../../../main/engine/decode/decode-photo.ts';
import type { Detection } from '../../../main/engine/detect/detection.ts';
import { detectFaces } from '../../../main/engine/detect/views.ts';
import { similarity } from '../../../main/engine/embed.ts';
import type { Models } from '../../../main/engine/load-models.ts';
import type { Pack } from '../../../main/engine/pack/open-pack.ts';
import { centralFace, verificationAccuracy } from '../verification.ts';
import { pairs, peoplePhotos } from './lfw.ts';
import { percent, type Row } from './row.ts';

export async function recognition(models: Models, { facts: { calibration } }: Pack): Promise<Row[]> {
  const photos = peoplePhotos();
  const embeddings = new Map<string, Float32Array>();
  let missed = 0;
  for (const { path } of photos) {
    const { photo } = await decodePhoto({ path });
    const face = centralFace(
      photo,
      perhaps((await detectFaces(models.detector, photo, models.views.default)).detections),
    );
    // A photo without a face is similar to none: it counts as wrong wherever it should match.
    if (face === undefined || face.score < models.minScore) missed++;
    embeddings.set(
      path,
      face ? await models.embedder.embed((await closeUp(models, photo, face)).crop) : new Float32Array(512),
    );
  }
  const of = (path: string): Float32Array => embeddings.get(path) ?? new Float32Array(512);
  const accuracy = verificationAccuracy(
    pairs().map((pair) => ({ ...pair, likeness: similarity(of(pair.a), of(pair.b)) })),
  );

  const [half, strict] = [0.5, 0.6];
  const counts = { strangers: 0, half: 0, strict: 0, same: 0, sameStrict: 0 };
  for (const [i, a] of photos.entries()) {
    for (let j = 0; j < i; j++) {
      const b = photos[j];
      if (b === undefined) continue;
      const sure = confidence(similarity(of(a.path), of(b.path)), calibration);
      if (a.person === b.person) {
        counts.same++;
        if (sure > strict) counts.sameStrict++;
      } else {
        counts.strangers++;
        if (sure > half) counts.half++;
        if (sure > strict) counts.strict++;
      }
    }
  }
  const rate = (above: number) => above / counts.strangers;
  const millions = (counts.strangers / 1e6).toFixed(1);
  return [
    {
      what: `LFW pairs, folds 1-3 (threshold from the other folds; ${missed} of ${photos.length} faces not found)`,
      measured: percent(accuracy),
      study: '99.37 +- .41 % (10 folds)',
      bar: { wanted: '>= 99.3 %', holds: accuracy >= 0.993 },
    },
    {
      what: `false matches above confidence .5 (${millions} million impostor pairs)`,
      measured: rate(counts.half).toExponential(2),
      study: '1e-2',
      bar: withinTwo(rate(counts.half), 1e-2),
    },
    {
      what: 'false matches above confidence .6',
      measured: rate(counts.strict).toExponential(2),
      study: '1e-3',
      bar: withinTwo(rate(counts.strict), 1e-3),
    },
    {
      what: `genuine pairs above confidence .6 (${counts.same} pairs)`,
      measured: percent(counts.sameStrict / counts.same, 1),
      study: '98.8 %',
    },
  ];
}

const withinTwo = (value: number, wanted: number) => ({
  wanted: `${wanted.toExponential(0)} within a factor 2`,
  holds: value >= wanted / 2 && value <= wanted * 2,
});

/** Whoever is in the middle is rather an uncertain face than none. */
const perhaps = (found: readonly Detection[]): Detection[] => found.filter(({ score }) => score > 0.3);
