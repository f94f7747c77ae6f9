/** The fixed list of real photos that the import is measured on: crowds, portraits, and six group photos. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { peoplePhotos } from '../accuracy/lfw.ts';
import { widerPhotos } from '../accuracy/wider.ts';

/** LFW's portraits, taken evenly from the alphabet. */
const PORTRAITS = 120;

/** @param share of the whole list, evenly from every part of it, 0..1 */
export function benchPhotos(share: number): string[] {
  const people = peoplePhotos();
  const portraits = Array.from({ length: PORTRAITS }, (_, i) => people[Math.floor((i * people.length) / PORTRAITS)]);
  const demo = join(dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')), 'demo');
  const all = [
    ...widerPhotos().map(({ path }) => path),
    ...portraits.flatMap((portrait) => portrait?.path ?? []),
    ...[1, 2, 3, 4, 5, 6].map((n) => join(demo, `sample${n}.jpg`)),
  ];
  return all.filter((_, i) => Math.floor((i + 1) * share) > Math.floor(i * share));
}
