/**
 * Kindred beside its peers, in one run: the same decoded photos go to each contestant in turn, one photo at a time, so
 * that whatever else the machine does meets all alike. Each works on one thread and does the same work: every face with
 * landmarks, age, gender and embedding.
 */
import { parseArgs } from 'node:util';
import { decodePhoto } from '../../main/engine/decode/decode-photo.ts';
import { precisionRecall } from './accuracy/average-precision.ts';
import { pairs as lfwPairs, type Pair } from './accuracy/lfw.ts';
import { percent } from './accuracy/row.ts';
import { type MarkedPhoto, widerPhotos } from './accuracy/wider.ts';
import { type Contestant, invite } from './contest/contestant.ts';
import { installPeers } from './contest/install-peers.ts';
import type { Sighting } from './contest/messages.ts';
import { markdownTable } from './markdown-table.ts';
import { median } from './median.ts';
import { centralFace, verificationAccuracy } from './verification.ts';

const PEER = new URL('./peers/peer.ts', import.meta.url);

/** Options: `--photos N` of WIDER (all), `--pairs N` of LFW (600). */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { photos: { type: 'string' }, pairs: { type: 'string' } } });
  const crowds = widerPhotos().slice(0, Number(values.photos ?? Infinity));
  const pairs = evenly(lfwPairs(), Number(values.pairs ?? 600));
  const portraits = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  installPeers();
  const contestants = [
    await invite('Kindred', new URL('./contest/kindred.ts', import.meta.url)),
    await invite('@vladmandic/human', PEER, ['human']),
    await invite('@vladmandic/face-api', PEER, ['face-api']),
  ];
  try {
    const paths = crowds.map(({ path }) => path);
    // The first photo is slow for all: memory is laid out, code compiled.
    await showAll(contestants, paths.slice(0, 1), 'warming up', () => undefined);
    const crowdsSeen = await showAll(contestants, paths, 'WIDER', (sighting) => sighting);
    const portraitsSeen = await showAll(
      contestants,
      portraits,
      'LFW',
      ({ faces }, photo) => centralFace(photo, faces)?.embedding ?? null,
    );
    const marked = crowds.flatMap(({ faces }) => faces).filter(({ ignored }) => !ignored).length;
    console.log(`${crowds.length} photos of WIDER with ${marked} faces, ${pairs.length} pairs of LFW\n`);
    const rows = contestants.map((contestant) => ({
      '': contestant.name,
      'runs on': contestant.backend,
      ...detectionFigures(crowds, crowdsSeen.get(contestant) ?? []),
      ...verificationFigures(pairs, portraits, portraitsSeen.get(contestant) ?? []),
    }));
    console.log(markdownTable(rows));
  } finally {
    for (const contestant of contestants) contestant.leave();
  }
}

function evenly<Item>(items: readonly Item[], count: number): Item[] {
  return items.filter((_, i) => Math.floor(((i + 1) * count) / items.length) > Math.floor((i * count) / items.length));
}

type Pixels = Parameters<Contestant['see']>[0];

/** What `keep` makes of each contestant's sighting of each photo, in the order of the photos. */
async function showAll<Kept>(
  contestants: readonly Contestant[],
  paths: readonly string[],
  what: string,
  keep: (sighting: Sighting, photo: Pixels) => Kept,
): Promise<Map<Contestant, Kept[]>> {
  const kept = new Map(contestants.map((contestant): [Contestant, Kept[]] => [contestant, []]));
  for (const [i, path] of paths.entries()) {
    const { photo } = await decodePhoto({ path });
    for (const [contestant, seen] of kept) seen.push(keep(await contestant.see(photo), photo));
    if ((i + 1) % 50 === 0) console.error(`${what}: ${i + 1} of ${paths.length} photos`);
  }
  return kept;
}

function detectionFigures(photos: readonly MarkedPhoto[], sightings: readonly Sighting[]): Record<string, string> {
  const { precision, maxRecall } = precisionRecall(
    photos.map(({ faces }, i) => ({ marked: faces, detections: sightings[i]?.faces ?? [] })),
  );
  const faces = sightings.reduce((sum, sighting) => sum + sighting.faces.length, 0);
  const cpuMs = sightings.reduce((sum, sighting) => sum + sighting.cpuMs, 0);
  return {
    'faces found': String(faces),
    precision: percent(precision, 1),
    recall: percent(maxRecall, 1),
    'ms a photo': median(sightings.map(({ ms }) => ms)).toFixed(0),
    'CPU ms a photo': (cpuMs / sightings.length).toFixed(0),
    'CPU ms a face': (cpuMs / faces).toFixed(0),
  };
}

/** @param embeddings of the face meant in each portrait, null where there is none */
function verificationFigures(
  pairs: readonly Pair[],
  portraits: readonly string[],
  embeddings: readonly (Float32Array | null)[],
): Record<string, string> {
  const byPath = new Map(portraits.map((path, i) => [path, embeddings[i] ?? null]));
  const judged = pairs.map((pair) => {
    const [a, b] = [byPath.get(pair.a), byPath.get(pair.b)];
    return { ...pair, likeness: a && b ? -distance(a, b) : -Infinity };
  });
  return {
    'LFW accuracy': percent(verificationAccuracy(judged), 1),
    'LFW photos without a face': String(embeddings.filter((embedding) => embedding === null).length),
  };
}

/** Euclidean, as both peers document it; Kindred's embeddings have length 1, for which it ranks as the cosine does. */
const distance = (a: Float32Array, b: Float32Array): number =>
  Math.sqrt(a.reduce((sum, value, i) => sum + (value - (b[i] ?? 0)) ** 2, 0));
