/** SCRFD and YuNet on their own models, which are not shipped: where the reference data is absent these are skipped. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { sharp } from '../decode/sharp-binary.ts';
import { openModel } from '../model.ts';
import type { RgbImage } from '../pixels/image.ts';
import { decoders, detector } from './view.ts';

const references = join(
  process.env.KINDRED_DATA ?? join(import.meta.dirname, '../../../../shared/data'),
  'reference-models',
);
const samples = join(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json'), '../demo');

async function sample(number: number): Promise<RgbImage> {
  const { data, info } = await sharp(join(samples, `sample${number}.jpg`))
    .resize(640, 640, { fit: 'inside' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

const MODELS = [
  ['scrfd', 'scrfd_2.5g.onnx', { channels: 'rgb', mean: [127.5, 127.5, 127.5], std: [128, 128, 128] }],
  ['yunet', 'yunet_2026may.onnx', { channels: 'bgr', mean: [0, 0, 0], std: [1, 1, 1] }],
] as const;

for (const [name, file, input] of MODELS) {
  const path = join(references, file);
  test.skipIf(!existsSync(path))(
    `${name} finds the people of the sample photos, and their features in them`,
    async () => {
      const model = await openModel(await readFile(path), 1);
      const look = detector(model, decoders[name], { layout: 'nchw', multiple: 32, ...input });
      for (const [number, people] of [
        [1, 3],
        [4, 4],
        [5, 5],
      ] as const) {
        const faces = (await look.detect(await sample(number), 640)).filter(({ score }) => score > 0.7);
        expect(faces).toHaveLength(people);
        for (const { rect, points } of faces) {
          expect(points).toHaveLength(5);
          for (const [x, y] of points ?? []) {
            expect(x).toBeGreaterThan(rect.left);
            expect(x).toBeLessThan(rect.right);
            expect(y).toBeGreaterThan(rect.top);
            expect(y).toBeLessThan(rect.bottom);
          }
          expect(points?.[0][0]).toBeLessThan(points?.[1][0] ?? 0);
          expect(points?.[0][1]).toBeLessThan(points?.[3][1] ?? 0);
        }
      }
      await model.release();
    },
  );
}
