/**
 * Which of the 468 mesh points the attention model's refined outputs stand for, and how all outputs become one mesh of
 * 478 points. The lists are those of MediaPipe's refinement configuration (also in @vladmandic/human,
 * src/face/constants.ts). "Left" and "right" here are the image's.
 */

import { type ModelOutput, output } from '../model.ts';

/** 80 lip points: outer and inner contour and two rings between. */
const LIPS = [
  61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 185, 40, 39, 37, 0, 267, 269, 270, 409, 78, 95, 88, 178, 87, 14,
  317, 402, 318, 324, 308, 191, 80, 81, 82, 13, 312, 311, 310, 415, 76, 77, 90, 180, 85, 16, 315, 404, 320, 307, 306,
  184, 74, 73, 72, 11, 302, 303, 304, 408, 62, 96, 89, 179, 86, 15, 316, 403, 319, 325, 292, 183, 42, 41, 38, 12, 268,
  271, 272, 407,
];

/** 71 points of the eye and brow in the left half of the image. */
const LEFT_EYE = [
  33, 7, 163, 144, 145, 153, 154, 155, 133, 246, 161, 160, 159, 158, 157, 173, 130, 25, 110, 24, 23, 22, 26, 112, 243,
  247, 30, 29, 27, 28, 56, 190, 226, 31, 228, 229, 230, 231, 232, 233, 244, 113, 225, 224, 223, 222, 221, 189, 35, 124,
  46, 53, 52, 65, 143, 111, 117, 118, 119, 120, 121, 128, 245, 156, 70, 63, 105, 66, 107, 55, 193,
];

/** 71 points of the eye and brow in the right half of the image. */
const RIGHT_EYE = [
  263, 249, 390, 373, 374, 380, 381, 382, 362, 466, 388, 387, 386, 385, 384, 398, 359, 255, 339, 254, 253, 252, 256,
  341, 463, 467, 260, 259, 257, 258, 286, 414, 446, 261, 448, 449, 450, 451, 452, 453, 464, 342, 445, 444, 443, 442,
  441, 413, 265, 353, 276, 283, 282, 295, 372, 340, 346, 347, 348, 349, 350, 357, 465, 383, 300, 293, 334, 296, 336,
  285, 417,
];

/** Where the irises begin among the 478 points: five for the image's left eye (centre first), then five for the right. */
export const LEFT_PUPIL = 468;
export const RIGHT_PUPIL = 473;
const MESH_SIZE = 478;

/**
 * One mesh of 478 (x, y, z) in the frame of the crop: refined x and y where there are any, depth from the plain mesh,
 * irises as deep as their eyes.
 *
 * @param outputs `mesh` of 468 (x, y, z); `lips`, `left_eye`, `right_eye`, `left_iris`, `right_iris` of (x, y)
 * @throws RangeError when an output is missing
 */
export function refine(outputs: ReadonlyMap<string, ModelOutput>): Float32Array {
  const mesh = output(outputs, 'mesh');
  const points = new Float32Array(MESH_SIZE * 3);
  points.set(mesh);
  const place = (indices: readonly number[], name: string) => {
    const refined = output(outputs, name);
    indices.forEach((index, i) => {
      points[3 * index] = refined[2 * i] ?? 0;
      points[3 * index + 1] = refined[2 * i + 1] ?? 0;
    });
  };
  place(LIPS, 'lips');
  place(LEFT_EYE, 'left_eye');
  place(RIGHT_EYE, 'right_eye');
  const addIris = (first: number, name: string, eye: readonly number[]) => {
    const indices = [0, 1, 2, 3, 4].map((i) => first + i);
    place(indices, name);
    const depth = eye.reduce((sum, index) => sum + (mesh[3 * index + 2] ?? 0), 0) / eye.length;
    for (const index of indices) points[3 * index + 2] = depth;
  };
  addIris(LEFT_PUPIL, 'left_iris', LEFT_EYE);
  addIris(RIGHT_PUPIL, 'right_iris', RIGHT_EYE);
  return points;
}
