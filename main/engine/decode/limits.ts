/**
 * How large a photo may be. Checked on what the header says, before anything of that size is allocated: a file of a few
 * kilobytes can claim 65,535 x 65,535 pixels.
 */
import { EngineError } from '../engine-error.ts';

export interface DecodeLimits {
  readonly fileBytes: number;
  readonly pixels: number;
  /** Longest side, px. */
  readonly side: number;
}

export const DEFAULT_LIMITS: DecodeLimits = { fileBytes: 256 * 1024 ** 2, pixels: 250e6, side: 65_535 };

const count = new Intl.NumberFormat('en');

/** @throws EngineError `too-large` */
export function checkFileBytes(bytes: number, limits: DecodeLimits): void {
  if (bytes <= limits.fileBytes) return;
  const mib = (value: number) => count.format(Math.ceil(value / 1024 ** 2));
  throw new EngineError('too-large', `The file has ${mib(bytes)} MiB; the limit is ${mib(limits.fileBytes)} MiB.`);
}

/** @throws EngineError `too-large`, or `corrupt` for a frame without pixels */
export function checkFrame(width: number, height: number, limits: DecodeLimits): void {
  if (!(width >= 1 && height >= 1)) {
    throw new EngineError('corrupt', `The header gives a size of ${width} x ${height} pixels.`);
  }
  const size = `The photo has ${count.format(width)} x ${count.format(height)} pixels`;
  if (Math.max(width, height) > limits.side) {
    throw new EngineError('too-large', `${size}; the limit is ${count.format(limits.side)} on each side.`);
  }
  if (width * height > limits.pixels) {
    throw new EngineError('too-large', `${size}; the limit is ${count.format(limits.pixels)} in all.`);
  }
}
