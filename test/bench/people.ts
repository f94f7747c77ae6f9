/**
 * `npm run bench -- people [--all]`: how well faces are grouped and people recognized, on Labeled Faces in the Wild. The
 * photos are imported as a user would; then the groups are compared with the names of the folders.
 *
 * People with four photos and more; with `--all` everybody, so that a thousand strangers stand in between.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type OpenCore, openCore } from '../../main/core.ts';
import { cosineForConfidence } from '../../main/engine/confidence.ts';
import type { Library } from '../../main/library/library.ts';
import { averageLinkage } from '../../main/organizer/clusters/average-linkage.ts';
import { type PersonPhoto, peoplePhotos } from './accuracy/lfw.ts';
import { markdownTable } from './markdown-table.ts';
import { type GroupingScores, groupingScores } from './people/grouping-scores.ts';
import { type KnownFace, recognitionRows } from './people/recognition-rows.ts';
import { centralFace } from './verification.ts';

const ENOUGH_PHOTOS = 4;
const CONFIDENCES = [0.6, 0.65, 0.7, 0.75, 0.8, 0.85];
const WHOLE_LIBRARY_LIMIT = 3000;

/** The person's own face on a photo, as the library knows it. */
interface Portrait {
  readonly person: string;
  readonly faceId: string;
  readonly group: string;
  readonly quality: number;
  readonly embedding: Float32Array;
}

export async function run(args: string[]): Promise<void> {
  const photos = choose(peoplePhotos(), args.includes('--all'));
  const data = mkdtempSync(join(tmpdir(), 'kindred-bench-'));
  const core = await openCore({ data, kind: 'command', onNotice: ({ message }) => console.error(message) });
  try {
    const folders = [...new Set(photos.map(({ path }) => dirname(path)))];
    const started = performance.now();
    await core.organizer.run(core.organizer.import(folders));
    const seconds = (performance.now() - started) / 1000;
    const portraits = readPortraits(core, photos);
    console.log(`${photos.length} photos imported in ${seconds.toFixed(0)} s; ${portraits.length} portraits.\n`);
    report(core, portraits);
  } finally {
    await core.close();
    rmSync(data, { recursive: true });
  }
}

function choose(photos: readonly PersonPhoto[], all: boolean): PersonPhoto[] {
  const byPerson = Map.groupBy(photos, ({ person }) => person);
  return photos.filter(({ person }) => all || (byPerson.get(person)?.length ?? 0) >= ENOUGH_PHOTOS);
}

/** LFW's photos are cut so that the person named is in the middle. */
function readPortraits({ library, engine }: OpenCore, photos: readonly PersonPhoto[]): Portrait[] {
  return photos.flatMap(({ person, path }) => {
    const face = faceInTheMiddle(library, path);
    const embedding = face && library.embeddings.ofFaces(engine.pack.embeddingModel, [face.id]).get(face.id);
    if (!face || !embedding) return [];
    return [{ person, faceId: face.id, group: face.clusterId ?? face.id, quality: face.quality.overall, embedding }];
  });
}

function faceInTheMiddle(library: Library, path: string) {
  const [file] = library.photoFiles.byPaths([path]);
  const image = file && library.images.byId(file.imageId);
  if (!image) return undefined;
  return centralFace(image, library.faces.ofImages([image.id]));
}

function report({ engine }: OpenCore, portraits: readonly Portrait[]): void {
  const { calibration } = engine.pack;
  console.log('Groups after the import, and what average linkage of all faces at once would give:\n');
  const atOnce = portraits.length <= WHOLE_LIBRARY_LIMIT ? CONFIDENCES : [];
  console.log(
    markdownTable([
      scoreRow('as they arrived', groupingScores(portraits)),
      ...atOnce.map((confidence) => {
        const threshold = cosineForConfidence(confidence, calibration);
        return scoreRow(`at once, ${confidence}`, groupingScores(groupAtOnce(portraits, threshold)));
      }),
    ]),
  );
  console.log('\nKnown people: some photos of each are named, the others and the strangers are recognized:\n');
  console.log(markdownTable(recognitionRows(portraits satisfies readonly KnownFace[], calibration)));
  const qualities = portraits.map(({ quality }) => quality).sort((a, b) => a - b);
  const at = (share: number): string => (qualities[Math.floor(share * (qualities.length - 1))] ?? 0).toFixed(3);
  console.log(`\nQuality: lowest ${at(0)}, 1 % ${at(0.01)}, 10 % ${at(0.1)}, median ${at(0.5)}.`);
}

function groupAtOnce(portraits: readonly Portrait[], threshold: number): { person: string; group: string }[] {
  const atoms = portraits.map(({ embedding }) => ({ sum: embedding, count: 1 }));
  const sets = averageLinkage(atoms, threshold, () => false);
  return sets.flatMap((set, group) =>
    set.map((index) => ({ person: portraits[index]?.person ?? '', group: String(group) })),
  );
}

const scoreRow = (grouping: string, scores: GroupingScores): Record<string, string> => ({
  grouping,
  precision: scores.precision.toFixed(4),
  recall: scores.recall.toFixed(4),
  'BCubed F1': scores.bCubed.toFixed(4),
  groups: String(scores.groups),
});
