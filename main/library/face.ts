/** A face as the library knows it, and how its flat columns become one. */
import type { Point } from './floats.ts';
import type { Id } from './store.ts';

interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface FaceQuality {
  readonly overall: number;
  readonly size: number;
  readonly sharpness: number;
  readonly yaw: number;
  readonly pitch: number;
  readonly roll: number;
}

interface FaceAttributes {
  readonly age: number;
  readonly gender: number;
  readonly attractive: number;
  readonly eyeglass: number;
  readonly sunglass: number;
  readonly smile: number;
}

type FaceOrigin = 'detected' | 'drawn' | 'metadata';

/** What is known of a face when it comes in. Coordinates are pixels of the upright photo. */
export interface NewFace {
  readonly rect: Rect;
  readonly score: number;
  readonly eyeDist: number;
  readonly quality: FaceQuality;
  readonly attributes: FaceAttributes | null;
  readonly landmarks21: readonly Point[];
  readonly landmarks106: readonly Point[];
  /** The aligned face as JPEG; empty, like the landmarks, when nobody but a photo's metadata has seen the face. */
  readonly crop: Uint8Array;
  readonly origin: FaceOrigin;
  /** The name that the photo's metadata gives to this place. */
  readonly regionName: string | null;
  /** Stored under `model` of `insert`; null when there is none. */
  readonly embedding: Float32Array | null;
  /** For faces of uploads, ms. */
  readonly expiresAt?: number | null;
  /** The caller of the API asked to be shown these. */
  readonly attributesAsked?: boolean;
  readonly landmarks106Asked?: boolean;
}

export interface Face {
  readonly id: Id;
  readonly accountId: Id;
  readonly imageId: Id;
  readonly rect: Rect;
  readonly score: number;
  readonly eyeDist: number;
  readonly quality: FaceQuality;
  readonly attributes: FaceAttributes | null;
  readonly origin: FaceOrigin;
  readonly regionName: string | null;
  readonly attributesAsked: boolean;
  readonly landmarks106Asked: boolean;
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly hiddenAt: number | null;
  readonly deletedAt: number | null;
  /** Who it is, and whether a user said so or the machine took it to be. */
  readonly person: {
    readonly id: Id;
    readonly name: string;
    readonly how: 'confirmed' | 'automatic';
    readonly confidence: number | null;
  } | null;
  readonly clusterId: Id | null;
}

export interface Landmarks {
  readonly faceId: Id;
  readonly landmarks21: readonly Point[];
  readonly landmarks106: readonly Point[];
}

/** One row of face, joined with person_face, person and cluster_face. */
export interface FaceColumns {
  readonly id: Id;
  readonly account_id: Id;
  readonly image_id: Id;
  readonly origin: FaceOrigin;
  readonly region_name: string | null;
  readonly rect_left: number;
  readonly rect_top: number;
  readonly rect_right: number;
  readonly rect_bottom: number;
  readonly score: number;
  readonly eye_dist: number;
  readonly quality: number;
  readonly size: number;
  readonly sharpness: number;
  readonly yaw: number;
  readonly pitch: number;
  readonly roll: number;
  readonly age: number | null;
  readonly gender: number | null;
  readonly attractive: number | null;
  readonly eyeglass: number | null;
  readonly sunglass: number | null;
  readonly smile: number | null;
  readonly attributes_asked: 0 | 1;
  readonly landmarks106_asked: 0 | 1;
  readonly created_at: number;
  readonly expires_at: number | null;
  readonly hidden_at: number | null;
  readonly deleted_at: number | null;
  readonly person_id: Id | null;
  readonly person_name: string | null;
  readonly how: 'confirmed' | 'automatic' | null;
  readonly confidence: number | null;
  readonly cluster_id: Id | null;
}

export function toFace(row: FaceColumns): Face {
  return {
    id: row.id,
    accountId: row.account_id,
    imageId: row.image_id,
    rect: { left: row.rect_left, top: row.rect_top, right: row.rect_right, bottom: row.rect_bottom },
    score: row.score,
    eyeDist: row.eye_dist,
    quality: {
      overall: row.quality,
      size: row.size,
      sharpness: row.sharpness,
      yaw: row.yaw,
      pitch: row.pitch,
      roll: row.roll,
    },
    attributes: toAttributes(row),
    origin: row.origin,
    regionName: row.region_name,
    attributesAsked: row.attributes_asked === 1,
    landmarks106Asked: row.landmarks106_asked === 1,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    hiddenAt: row.hidden_at,
    deletedAt: row.deleted_at,
    person: toOwner(row),
    clusterId: row.cluster_id,
  };
}

/** All six or none: they come from one look at the face. */
function toAttributes({ age, gender, attractive, eyeglass, sunglass, smile }: FaceColumns): FaceAttributes | null {
  if (age === null || gender === null || attractive === null) return null;
  if (eyeglass === null || sunglass === null || smile === null) return null;
  return { age, gender, attractive, eyeglass, sunglass, smile };
}

function toOwner({ person_id, person_name, how, confidence }: FaceColumns): Face['person'] {
  if (person_id === null || person_name === null || how === null) return null;
  return { id: person_id, name: person_name, how, confidence };
}
