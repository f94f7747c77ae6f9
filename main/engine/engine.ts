/**
 * What the rest of Kindred sees of the engine: questions about files, answered by other processes (client.ts).
 */
import type { Failure } from '../kindred-error.ts';
import type { Calibration } from './confidence.ts';
import type { PhotoFile, PhotoFormat } from './decode/photo-file.ts';
import type { PhotoAnalysis, Rect, Turn } from './face.ts';

/** A photo by path, or by its bytes (uploads); bytes are bounded by the caller. */
export type PhotoSource = { readonly path: string } | { readonly bytes: Uint8Array };

export interface AnalyzeOptions {
  /** `default`: two views that vote; `thorough`: four. */
  readonly detection?: 'default' | 'thorough';
  /** Lowest detection score kept, 0..1; the pack has a default. */
  readonly minScore?: number;
  /** Look at the faces to find the right way up. */
  readonly autoRotate?: boolean;
  /** Turn the photo by this after its EXIF turn, whatever the faces say. */
  readonly turn?: Turn;
  /**
   * Do not detect but describe what is at these places (drawn by hand, read from metadata): one face for each, in this
   * order, whose score says how much of a face the mesh model sees there. In fractions (0..1) of the frame after all
   * turning.
   */
  readonly at?: readonly Rect[];
  /** Refuse photos that are not of these formats and sizes: decoded, so that damage is told first, but not looked at. */
  readonly only?: Wanted;
  readonly embedding?: boolean;
  readonly attributes?: boolean;
  /** Longer sides of the thumbnails wanted, px. */
  readonly thumbnails?: readonly number[];
  /** `interactive` (the default): someone waits for the answer; it overtakes all `bulk` work that has not begun. */
  readonly priority?: 'interactive' | 'bulk';
}

/** Photos that a caller takes. */
export interface Wanted {
  readonly formats: readonly PhotoFormat[];
  /** Each side of the upright frame, px, both limits included. */
  readonly sides: { readonly from: number; readonly to: number };
}

export interface EmbedOptions {
  /** `bulk` (the default) gives way to whoever waits for an answer. */
  readonly priority?: 'interactive' | 'bulk';
  readonly signal?: AbortSignal;
}

/** Facts about the loaded model pack. */
export interface PackFacts {
  readonly name: string;
  readonly version: string;
  /** Identity of the embedding space; embeddings of different ids must not be compared. */
  readonly embeddingModel: string;
  readonly embeddingSize: number;
  /** Knots from cosine to confidence, for confidence.ts. */
  readonly calibration: Calibration;
  readonly licence: string;
}

export interface Engine {
  readonly pack: PackFacts;
  /** Content hash, true format, dimensions and metadata of a file, without decoding its pixels. */
  read(source: PhotoSource, signal?: AbortSignal): Promise<PhotoFile>;
  /** Decode and look. Rejects with EngineError: corrupt, unsupported, unwanted, too-large, timeout, crashed, cancelled, unreadable. */
  analyze(source: PhotoSource, options: AnalyzeOptions, signal?: AbortSignal): Promise<PhotoAnalysis>;
  /** Embed stored 112 x 112 crops with the loaded pack, in batches. */
  embedCrops(crops: readonly Uint8Array[], options?: EmbedOptions): Promise<Float32Array[]>;
  /** Finish what runs, refuse the rest, end the processes. */
  close(): Promise<void>;
}

export type EngineEvents = { crashed: { pid: number; while: string; failure: Failure } };
