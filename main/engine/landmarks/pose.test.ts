import { expect, test } from 'vitest';
import { pose } from './pose.ts';

/** A flat face looking straight ahead: eyes, cheeks and mouth corners left and right of the middle line. */
const FLAT: readonly (readonly [index: number, x: number, y: number])[] = [
  [33, -30, -20],
  [263, 30, -20],
  [234, -60, 0],
  [454, 60, 0],
  [61, -20, 40],
  [291, 20, 40],
  [10, 0, -80],
  [152, 0, 80],
];

/** The flat face after a turn about the vertical axis (yaw), the horizontal one (pitch) and the line of sight (roll). */
function held(yaw: number, pitch: number, roll: number): Float32Array {
  const [a, b, c] = [yaw, pitch, roll].map((degrees) => (degrees * Math.PI) / 180) as [number, number, number];
  const mesh = new Float32Array(478 * 3);
  for (const [index, x, y] of FLAT) {
    const pitched = [x, y * Math.cos(b), -y * Math.sin(b)] as const;
    const yawed = [
      pitched[0] * Math.cos(a) - pitched[2] * Math.sin(a),
      pitched[1],
      pitched[0] * Math.sin(a) + pitched[2] * Math.cos(a),
    ] as const;
    mesh.set(
      [yawed[0] * Math.cos(c) - yawed[1] * Math.sin(c), yawed[0] * Math.sin(c) + yawed[1] * Math.cos(c), yawed[2]],
      3 * index,
    );
  }
  return mesh;
}

const level = pose(held(0, 0, 0)).pitch;

test.each([
  [30, 0, 0],
  [-45, 0, 0],
  [0, 20, 0],
  [0, -20, 0],
  [0, 0, 50],
  [25, 0, -30],
])('a head turned by yaw %d, pitch %d, roll %d is read so', (yaw, pitch, roll) => {
  const read = pose(held(yaw, pitch, roll));
  expect(read.yaw).toBeCloseTo(yaw, 3);
  expect(read.pitch - level).toBeCloseTo(pitch, 3);
  expect(read.roll).toBeCloseTo(roll, 3);
});
