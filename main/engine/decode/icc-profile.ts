/**
 * Does an embedded ICC profile say anything but sRGB? Most cameras embed plain sRGB, and converting sRGB to sRGB through
 * the colour engine takes four times as long as decoding the JPEG, so such profiles are recognised and left out.
 */

/** Colorants of sRGB, adapted to D50 as profiles store them (IEC 61966-2-1, ICC.1 annex). */
const SRGB_COLORANTS = {
  rXYZ: [0.4361, 0.2225, 0.0139],
  gXYZ: [0.3851, 0.7169, 0.0971],
  bXYZ: [0.1431, 0.0606, 0.7141],
} as const;
/** Rounding in the wild; the next space, Adobe RGB, is .17 away in red. */
const COLORANT_TOLERANCE = 0.003;

/** Linear light at half the code value: .2140 by sRGB's curve, .2176 by the plain 2.2 that some profiles have. */
const MIDTONE = { low: 0.205, high: 0.225 };

const fixed = (view: DataView, at: number): number => view.getInt32(at) / 65_536;
const text = (view: DataView, at: number): string =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));

/** Where the tags of a profile begin. */
function tagOffsets(view: DataView): Map<string, number> {
  const tags = new Map<string, number>();
  const count = view.getUint32(128);
  for (let tag = 0; tag < count && tag < 100; tag++) {
    tags.set(text(view, 132 + tag * 12), view.getUint32(136 + tag * 12));
  }
  return tags;
}

/** Value of a tone curve (`curv` or `para`, ICC.1 10.6 and 10.18) for the input .5; NaN for another kind. */
function midtone(view: DataView, at: number): number {
  const kind = text(view, at);
  if (kind === 'curv') {
    const count = view.getUint32(at + 8);
    if (count === 0) return 0.5;
    if (count === 1) return 0.5 ** (view.getUint16(at + 12) / 256);
    return view.getUint16(at + 12 + 2 * Math.round((count - 1) / 2)) / 65_535;
  }
  if (kind !== 'para') return Number.NaN;
  // Every type is (a x + b)^g in its upper part; types 2 and 4 add a constant, which sRGB's profiles have as 0.
  const gamma = fixed(view, at + 12);
  const plain = view.getUint16(at + 8) === 0;
  return plain ? 0.5 ** gamma : (fixed(view, at + 16) * 0.5 + fixed(view, at + 20)) ** gamma;
}

/** @returns true only for an RGB matrix profile with sRGB's primaries and tone curve */
export function isSrgb(profile: Uint8Array): boolean {
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
  try {
    if (text(view, 16) !== 'RGB ') return false;
    const tags = tagOffsets(view);
    const colorants = Object.entries(SRGB_COLORANTS).every(([name, xyz]) => {
      const at = tags.get(name);
      return (
        at !== undefined &&
        xyz.every((value, axis) => Math.abs(fixed(view, at + 8 + axis * 4) - value) <= COLORANT_TOLERANCE)
      );
    });
    const curve = tags.get('gTRC');
    if (!colorants || curve === undefined || tags.has('A2B0')) return false;
    const mid = midtone(view, curve);
    return mid >= MIDTONE.low && mid <= MIDTONE.high;
  } catch (error: unknown) {
    // A profile that ends before its own offsets; the decoder will make of it what it can.
    if (error instanceof RangeError) return false;
    throw error;
  }
}
