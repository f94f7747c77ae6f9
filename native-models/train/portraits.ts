/** The labelled portraits that the attribute heads learn from: which files, and what people said of them. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { dataFolder, readLabels } from './data.ts';

export interface Portrait<Labels> {
  readonly path: string;
  readonly labels: Labels;
}

export interface CelebaLabels {
  readonly eyeglasses: boolean;
  /** Null for lenses that are tinted, but not dark. */
  readonly sunglasses: boolean | null;
  readonly smiling: boolean;
  readonly male: boolean;
}

/** Which of CelebA's glasses are dark, by eye: CelebA itself only says that there are glasses. */
const GLASSES = join(import.meta.dirname, 'celeba-sunglasses.json');

/** 6,000 small portraits of CelebA. */
export function celeba(): Portrait<CelebaLabels>[] {
  const folder = dataFolder('celeba-attributes');
  const sign = z.union([z.literal(1), z.literal(-1)]);
  const row = z.object({ Eyeglasses: sign, Smiling: sign, Male: sign });
  const attributes = readLabels(join(folder, 'attributes.json'), z.record(z.string(), row));
  const names = z.array(z.string()).transform((list) => new Set(list));
  const { dark, doubtful } = readLabels(GLASSES, z.object({ dark: names, doubtful: names }));
  return Object.entries(attributes).map(([name, of]) => ({
    path: join(folder, 'images', name),
    labels: {
      eyeglasses: of.Eyeglasses === 1,
      sunglasses: doubtful.has(name) ? null : dark.has(name),
      smiling: of.Smiling === 1,
      male: of.Male === 1,
    },
  }));
}

/** 4,275 portraits of SCUT-FBP5500 with the mean rating (1..5) of 60 people. */
export function scut(): Portrait<{ rating: number }>[] {
  const folder = dataFolder('scut-fbp');
  const ratings = readLabels(join(folder, 'ratings.json'), z.record(z.string(), z.number().min(1).max(5)));
  return Object.entries(ratings).map(([name, rating]) => ({ path: join(folder, 'images', name), labels: { rating } }));
}

/** 1,800 portraits of UTKFace. */
export function utk(): Portrait<{ age: number; male: boolean }>[] {
  const folder = dataFolder('utk-age-gender');
  const row = z.object({ age: z.number().min(0).max(120), female: z.union([z.literal(0), z.literal(1)]) });
  const labels = readLabels(join(folder, 'labels.json'), z.record(z.string(), row));
  return Object.entries(labels).map(([name, { age, female }]) => ({
    path: join(folder, 'images', name),
    labels: { age, male: female === 0 },
  }));
}

/** 3,000 small grey portraits of SMILEs, half of them smiling. */
export function smiles(): Portrait<{ smiling: boolean }>[] {
  const folder = dataFolder('smiles');
  return ['smile', 'no-smile'].flatMap((kind) =>
    readdirSync(join(folder, kind)).map((name) => ({
      path: join(folder, kind, name),
      labels: { smiling: kind === 'smile' },
    })),
  );
}
