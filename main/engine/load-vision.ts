/**
 * Vision out of a model pack: the whole way from an upright photo to its faces. Not for use by two callers at a time:
 * the models' input buffers are reused.
 */
import { readAttributes } from './attributes.ts';
import { closeUp } from './close-up.ts';
import type { Detection } from './detect/detection.ts';
import { detectFaces } from './detect/views.ts';
import type { AnalyzeOptions } from './engine.ts';
import type { Point, Rect } from './face.ts';
import { points21 } from './landmarks/points21.ts';
import { type LoadOptions, loadModels, type Models } from './load-models.ts';
import { findTurn } from './orientation.ts';
import type { Pack } from './pack/open-pack.ts';
import type { RgbImage } from './pixels/image.ts';
import { turn } from './pixels/turn.ts';
import { quality } from './quality.ts';
import { area } from './rect.ts';
import type { Seen, SeenFace, Vision } from './vision.ts';

/** Landmarks 104 and 105 of the 106 are the pupils. */
const PUPILS = [104, 105] as const;

export async function loadVision(pack: Pack, options: LoadOptions): Promise<Vision> {
  const models = await loadModels(pack, options);
  return {
    facts: pack.facts,
    see: (photo, wanted) => see(models, photo, wanted),
    async embed(crops) {
      const embeddings: Float32Array[] = [];
      for (const crop of crops) embeddings.push(await models.embedder.embed(crop));
      return embeddings;
    },
    release: () => models.release(),
  };
}

async function see(models: Models, photo: RgbImage, options: AnalyzeOptions): Promise<Seen> {
  const by = options.turn ?? (options.autoRotate ? await findTurn(photo, models.detector, models.mesh) : null);
  const upright = by === null ? photo : turn(photo, by);
  const frame = { turn: by, width: upright.width, height: upright.height };
  const faces: SeenFace[] = [];
  if (options.at) {
    for (const place of options.at)
      faces.push(await look(models, upright, { rect: inPixels(place, upright) }, options));
    return { ...frame, faces, view: null };
  }
  const { detections, view } = await detectFaces(
    models.detector,
    upright,
    models.views[options.detection ?? 'default'],
  );
  const minScore = options.minScore ?? models.minScore;
  for (const detection of detections) {
    if (detection.score >= minScore) faces.push(await look(models, upright, detection, options));
  }
  faces.sort((a, b) => area(b.rect) - area(a.rect));
  return { ...frame, faces, view };
}

/** @param place a detection; without a score the mesh says how much of a face is there */
async function look(
  models: Models,
  photo: RgbImage,
  place: Pick<Detection, 'rect' | 'points'> & { readonly score?: number },
  options: AnalyzeOptions,
): Promise<SeenFace> {
  const { crop, fine, mesh, landmarks106 } = await closeUp(models, photo, place);
  const heads = options.attributes ? models.heads : null;
  // Some heads look at the embedding too.
  const embedding = options.embedding || heads ? await models.embedder.embed(crop) : null;
  return {
    rect: squareInside(place.rect, photo),
    score: place.score ?? mesh.flag,
    landmarks21: points21(landmarks106),
    landmarks106,
    eyeDist: distance(landmarks106[PUPILS[0]], landmarks106[PUPILS[1]]),
    quality: quality(place.rect, crop, mesh.points),
    crop,
    embedding: options.embedding ? embedding : null,
    attributes: heads && readAttributes(await models.describer.describe(fine), heads, embedding),
  };
}

const inPixels = ({ left, top, right, bottom }: Rect, { width, height }: RgbImage): Rect => ({
  left: left * width,
  top: top * height,
  right: right * width,
  bottom: bottom * height,
});

/** The box made square around its centre, cut off where the photo ends. */
function squareInside({ left, top, right, bottom }: Rect, { width, height }: RgbImage): Rect {
  const half = Math.max(right - left, bottom - top) / 2;
  const x = (left + right) / 2;
  const y = (top + bottom) / 2;
  return {
    left: Math.max(0, x - half),
    top: Math.max(0, y - half),
    right: Math.min(width, x + half),
    bottom: Math.min(height, y + half),
  };
}

const distance = (a: Point = [0, 0], b: Point = [0, 0]): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
