/** `kindred detect`: what the engine sees in photos, without a library. Field names are those of the v1 API. */
import { Command, InvalidArgumentError } from 'commander';
import { startEngine } from '../../engine/client.ts';
import type { AnalyzeOptions, Engine } from '../../engine/engine.ts';
import type { Face, PhotoAnalysis } from '../../engine/face.ts';
import { faceAnswer } from '../../faceapi/face-answer.ts';
import { type Failure, toFailure } from '../../kindred-error.ts';
import { type ScanEntry, scan } from '../../organizer/import/scan.ts';
import { EXIT } from '../exit-codes.ts';
import { inOrder } from '../in-order.ts';
import { openOutput } from '../output.ts';

interface DetectOptions {
  readonly landmarks106?: true;
  readonly attributes?: true;
  readonly embedding?: true;
  readonly autoRotate?: true;
  readonly thorough?: true;
  readonly pack?: string;
  readonly minScore?: number;
  readonly json?: true;
}

type DetectEntry = { readonly file: string } & (PhotoAnswer | { readonly error: Failure });

type PhotoAnswer = ReturnType<typeof photoAnswer>;

/** Enough to keep every engine process busy while answers wait for a slow photo before them. */
const LOOK_AHEAD = 16;

export const detect = (): Command =>
  new Command('detect')
    .description('find the faces of photos and folders, without a library')
    .argument('<path...>', 'photos or folders')
    .option('--landmarks106', 'tell the 106 points as well')
    .option('--attributes', 'tell age, gender, attractive, eyeglass, sunglass and smile')
    .option('--embedding', 'tell the embedding')
    .option('--auto-rotate', 'turn photos whose faces are not upright')
    .option('--thorough', 'look four times instead of twice: more small faces, in more than twice the time')
    .option('--pack <dir>', 'use another model pack')
    .option('--min-score <x>', 'lowest detection score, 0..1', parseScore)
    .option('--json', 'one JSON line a file')
    .action(async (paths: string[], options: DetectOptions) => {
      const output = openOutput(options.json === true);
      const engine = await startEngine(options.pack ? { pack: options.pack } : {});
      let failed = false;
      try {
        for await (const entry of inOrder(scan(paths), LOOK_AHEAD, (found) => detectOne(found, engine, options))) {
          if (!entry) continue;
          failed ||= 'error' in entry;
          output.item(entry, () => entryText(entry));
        }
      } finally {
        await engine.close();
      }
      if (failed) process.exitCode = EXIT.partly;
    });

function parseScore(text: string): number {
  const score = Number(text);
  if (!(score >= 0 && score <= 1)) throw new InvalidArgumentError('It is a number from 0 to 1.');
  return score;
}

/** @returns null for what is no photo by its name */
async function detectOne(found: ScanEntry, engine: Engine, options: DetectOptions): Promise<DetectEntry | null> {
  const file = found.path;
  if (found.kind === 'ignored') return null;
  if (found.kind === 'unreadable') return { file, error: found.failure };
  const request: AnalyzeOptions = {
    attributes: options.attributes === true,
    embedding: options.embedding === true,
    autoRotate: options.autoRotate === true,
    detection: options.thorough ? 'thorough' : 'default',
    ...(options.minScore !== undefined && { minScore: options.minScore }),
  };
  try {
    return { file, ...photoAnswer(await engine.analyze({ path: file }, request), options) };
  } catch (error: unknown) {
    return { file, error: toFailure(error) };
  }
}

function photoAnswer(photo: PhotoAnalysis, options: DetectOptions) {
  return {
    width: photo.width,
    height: photo.height,
    ...(photo.exifOrientation && { exif_orientation: photo.exifOrientation }),
    ...(photo.rotate && { rotate: photo.rotate }),
    faces: photo.faces.map((face) => ({
      score: Number(face.score.toFixed(4)),
      ...faceAnswer(face, {
        landmarks106: options.landmarks106 === true,
        attributes: options.attributes === true,
      }),
      quality: face.quality,
      ...(face.embedding && { embedding: face.embedding }),
    })),
  };
}

function entryText(entry: DetectEntry): string {
  if ('error' in entry) return `${entry.file}: ${entry.error.message}`;
  const faces = entry.faces.map((face) => `  ${faceText(face)}`);
  return [`${entry.file}: ${entry.width} x ${entry.height}, ${countFaces(entry.faces.length)}`, ...faces].join('\n');
}

const countFaces = (count: number): string => (count === 1 ? '1 face' : `${count} faces`);

function faceText(face: PhotoAnswer['faces'][number]): string {
  const { left, top, right, bottom } = face.rect;
  const parts = [`${right - left} x ${bottom - top} px at ${left},${top}`, `score ${face.score.toFixed(2)}`];
  if (face.attributes) parts.push(attributesText(face.attributes));
  return parts.join(', ');
}

function attributesText(attributes: NonNullable<Face['attributes']>): string {
  const parts = [attributes.gender < 50 ? 'female' : 'male', `about ${attributes.age}`, `smile ${attributes.smile}`];
  if (attributes.sunglass >= 50) parts.push('sunglasses');
  else if (attributes.eyeglass >= 50) parts.push('glasses');
  return parts.join(', ');
}
