/** Landmarks on the test faces of HELEN, against 68 points marked by hand. */
import { join } from 'node:path';
import { z } from 'zod';
import { closeUp } from '../../../main/engine/close-up.ts';
import { decodePhoto } from '../../../main/engine/decode/decode-photo.ts';
import { detectFaces } from '../../../main/engine/detect/views.ts';
import type { Point, Rect } from '../../../main/engine/face.ts';
import type { Models } from '../../../main/engine/load-models.ts';
import { overlap } from '../../../main/engine/rect.ts';
import { dataFolder, readLabels } from '../../../native-models/train/data.ts';
import { meanErrors } from '../../../native-models/train/landmarks68.ts';
import type { Row } from './row.ts';

const photo = z.object({
  split: z.enum(['train', 'test']),
  points: z.array(z.tuple([z.number(), z.number()])).length(68),
});

export async function landmarks(models: Models): Promise<Row[]> {
  const folder = dataFolder('helen-landmarks');
  const photos = Object.entries(readLabels(join(folder, 'points68.json'), z.record(z.string(), photo)));
  const faces: { points: readonly Point[]; marked: readonly Point[] }[] = [];
  let missed = 0;
  for (const [name, { points: marked }] of photos.filter(([, { split }]) => split === 'test')) {
    const { photo: pixels } = await decodePhoto({ path: join(folder, 'images', name) });
    const wanted = bounds(marked);
    const { detections: found } = await detectFaces(models.detector, pixels, models.views.default);
    const [best] = found.toSorted((a, b) => overlap(b.rect, wanted) - overlap(a.rect, wanted));
    if (best === undefined || overlap(best.rect, wanted) < 0.2) {
      missed++;
      continue;
    }
    faces.push({ points: (await closeUp(models, pixels, best)).landmarks106, marked });
  }
  const { inner51, all68 } = meanErrors(faces);
  const of = `${faces.length} faces${missed > 0 ? `, ${missed} not found` : ''}`;
  return [
    {
      what: `HELEN, inner 51 points, % of the outer eye corners' distance (${of})`,
      measured: inner51.toFixed(2),
      study: '2.52 (3.90 uncorrected)',
      bar: { wanted: '<= 2.8', holds: inner51 <= 2.8 },
    },
    {
      what: 'HELEN, all 68 points',
      measured: all68.toFixed(2),
      study: '3.48 (4.70 uncorrected)',
      bar: { wanted: '<= 3.8', holds: all68 <= 3.8 },
    },
  ];
}

function bounds(points: readonly Point[]): Rect {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}
