/** Faces found in WIDER: one pass, the default vote and the thorough one, beside two reference detectors. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { decodePhoto } from '../../../main/engine/decode/decode-photo.ts';
import type { Detection } from '../../../main/engine/detect/detection.ts';
import { decoders, detector } from '../../../main/engine/detect/view.ts';
import { detectFaces } from '../../../main/engine/detect/views.ts';
import type { Models } from '../../../main/engine/load-models.ts';
import { openModel } from '../../../main/engine/model.ts';
import type { RgbImage } from '../../../main/engine/pixels/image.ts';
import { dataFolder } from '../../../native-models/train/data.ts';
import { median } from '../median.ts';
import { type Found, precisionRecall } from './average-precision.ts';
import type { Row } from './row.ts';
import { widerPhotos } from './wider.ts';

const SINGLE_PASS = 640;

interface Contestant {
  readonly name: string;
  readonly study: string;
  detect(photo: RgbImage): Promise<Detection[]>;
}

export async function detection(models: Models): Promise<Row[]> {
  const { detector: own, views } = models;
  const contestants: Contestant[] = [
    {
      name: `single pass ${SINGLE_PASS}`,
      study: 'AP .684-.697; 23 ms',
      detect: (photo) => own.detect(photo, SINGLE_PASS),
    },
    {
      name: 'default (vote of two)',
      study: 'AP .714-.736; 52 ms',
      detect: async (photo) => (await detectFaces(own, photo, views.default)).detections,
    },
    {
      name: 'thorough (vote of four)',
      study: 'AP .737-.755; 122 ms',
      detect: async (photo) => (await detectFaces(own, photo, views.thorough)).detections,
    },
    ...(await references()),
  ];
  const photos = widerPhotos();
  const results = new Map(contestants.map((contestant) => [contestant, { found: [] as Found[], ms: [] as number[] }]));
  for (const { path, faces } of photos) {
    const { photo } = await decodePhoto({ path });
    for (const [contestant, result] of results) {
      const before = process.cpuUsage();
      const detections = await contestant.detect(photo);
      // Processor time, so that what else runs on the machine does not count.
      const { user, system } = process.cpuUsage(before);
      result.ms.push((user + system) / 1000);
      result.found.push({ marked: faces, detections });
    }
  }
  const measured = [...results].map(([{ name, study }, { found, ms }]) => {
    const all = precisionRecall(found);
    return { name, study, ms: median(ms), all, large: precisionRecall(found, 40).averagePrecision };
  });
  const single = measured[0]?.all.averagePrecision ?? 0;
  const bars = [
    undefined,
    (ap: number, ms: number) => ({ wanted: 'AP >= single + .03, <= 60 ms', holds: ap >= single + 0.03 && ms <= 60 }),
    (ap: number) => ({ wanted: 'AP >= single + .05', holds: ap >= single + 0.05 }),
  ];
  return measured.map(({ name, study, ms, all, large }, i) => {
    const bar = bars[i]?.(all.averagePrecision, ms);
    return {
      what: `WIDER, ${name}`,
      measured: [
        `AP ${three(all.averagePrecision)} (faces >= 40 px: ${three(large)})`,
        `recall ${three(all.maxRecall)}, at precision .95 ${three(all.recallAtPrecision95)}`,
        `${ms.toFixed(0)} ms (median) of one thread`,
      ].join('; '),
      study,
      ...(bar && { bar }),
    };
  });
}

async function references(): Promise<Contestant[]> {
  const folder = dataFolder('reference-models');
  const models = [
    ['SCRFD-2.5g', 'scrfd', 'scrfd_2.5g.onnx', 'AP .818', 'rgb', 127.5, 128],
    ['YuNet', 'yunet', 'yunet_2026may.onnx', 'AP .706-.733', 'bgr', 0, 1],
  ] as const;
  const opened: Contestant[] = [];
  for (const [name, decoder, file, study, channels, mean, std] of models) {
    const path = join(folder, file);
    if (!existsSync(path)) continue;
    const format = {
      layout: 'nchw',
      channels,
      mean: [mean, mean, mean],
      std: [std, std, std],
      multiple: 32,
    } as const;
    const look = detector(await openModel(await readFile(path), 1), decoders[decoder], format);
    opened.push({
      name: `${name} ${SINGLE_PASS} (reference)`,
      study,
      detect: (photo) => look.detect(photo, SINGLE_PASS),
    });
  }
  return opened;
}

const three = (value: number): string => value.toFixed(3).replace(/^0/, '');
