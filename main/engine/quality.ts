/** How usable a face is for recognition: how large, how crisp, how frontal. */
import type { Quality, Rect } from './face.ts';
import type { MeshPoints } from './landmarks/mesh.ts';
import { pose } from './landmarks/pose.ts';
import type { RgbImage } from './pixels/image.ts';
import { laplacianVariance } from './pixels/sharpness.ts';

/** Longer side of a box, px, from which on the aligned crop has all the detail it can hold. */
const FULL_SIZE = 112;
/**
 * Laplacian variance of a crop that counts as half crisp. Medians over WIDER faces of 60 to 120 px: 127 of those marked
 * clear, 59 of the slightly blurred; 6 of the heavily blurred.
 */
const HALF_CRISP = 60;
/** Degrees at which a turned head counts for nothing. */
const PROFILE = 90;

/**
 * @param rect the face's box, px
 * @param crop aligned 112 x 112
 */
export function quality(rect: Rect, crop: RgbImage, mesh: MeshPoints): Quality {
  const size = Math.max(rect.right - rect.left, rect.bottom - rect.top);
  const variance = laplacianVariance(crop);
  const sharpness = variance / (variance + HALF_CRISP);
  const { yaw, pitch, roll } = pose(mesh);
  // A head turned in the plane of the image costs nothing: alignment turns it back.
  const frontal = facing(yaw) * facing(pitch);
  return { overall: Math.min(1, size / FULL_SIZE) * sharpness * frontal, size, sharpness, yaw, pitch, roll };
}

const facing = (degrees: number): number => (Math.abs(degrees) < PROFILE ? Math.cos((degrees * Math.PI) / 180) : 0);
