/**
 * The models of one pack, loaded and ready: pixels in, faces out. Lives in an engine process; everything here may block
 * that process for the length of an inference, which is why it never runs in main.
 */
import type { AnalyzeOptions, PackFacts } from './engine.ts';
import type { Face, Turn } from './face.ts';
import type { RgbImage } from './pixels/image.ts';

/** A face before its crop is encoded: `crop` is the aligned 112 x 112 RGB image. */
export type SeenFace = Omit<Face, 'crop'> & { readonly crop: RgbImage };

export interface Seen {
  /** Set when auto-rotate turned the photo; rects and points are in the turned frame. */
  readonly turn: Turn | null;
  readonly width: number;
  readonly height: number;
  readonly faces: readonly SeenFace[];
  /** The upright photo as the detector saw it, smaller or larger; null when there was nothing to detect. */
  readonly view: RgbImage | null;
}

export interface Vision {
  readonly facts: PackFacts;
  /** @param photo upright (EXIF applied) pixels */
  see(photo: RgbImage, options: AnalyzeOptions): Promise<Seen>;
  /** @param crops aligned 112 x 112 images; one L2-normalised embedding each */
  embed(crops: readonly RgbImage[]): Promise<Float32Array[]>;
  release(): Promise<void>;
}
