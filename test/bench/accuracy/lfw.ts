/** Labeled Faces in the Wild: who is on which photo, and the official pairs of folds 1 to 3. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { dataFolder } from '../../../native-models/train/data.ts';

export interface PersonPhoto {
  readonly person: string;
  readonly path: string;
}

export interface Pair {
  readonly fold: number;
  readonly same: boolean;
  /** Paths as in PersonPhoto. */
  readonly a: string;
  readonly b: string;
}

export function peoplePhotos(): PersonPhoto[] {
  const people = join(dataFolder('lfw-people'), 'people');
  return readdirSync(people)
    .toSorted()
    .flatMap((person) =>
      readdirSync(join(people, person))
        .toSorted()
        .map((name) => ({ person, path: join(people, person, name) })),
    );
}

const line = z.tuple([z.coerce.number().int(), z.enum(['0', '1']), z.string(), z.string()]);

export function pairs(): Pair[] {
  const folder = dataFolder('lfw-people');
  const [, ...lines] = readFileSync(join(folder, 'pairs.tsv'), 'utf8').trim().split('\n');
  return lines.map((text) => {
    const [fold, same, a, b] = line.parse(text.trim().split('\t'));
    return { fold, same: same === '1', a: join(folder, a), b: join(folder, b) };
  });
}
