/**
 * The true format of a file, told by its first bytes. Extensions lie: phones write HEIC into `.jpg`, web pages save WebP
 * as `.png`, and what is no photo at all must be refused before a decoder sees it.
 */
import type { PhotoFormat } from './photo-file.ts';

/** Bytes of the head that `sniff` wants to see; fewer are fine, then only shorter signatures can match. */
export const SNIFF_BYTES = 512;

const ascii = (head: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...head.subarray(from, Math.min(to, head.length)));

const startsWith = (head: Uint8Array, signature: readonly number[]): boolean =>
  head.length >= signature.length && signature.every((byte, index) => head[index] === byte);

/** Brands of HEVC-coded stills and sequences (ISO/IEC 23008-12 annex B). */
const HEVC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs']);
const AVIF_BRANDS = new Set(['avif', 'avis']);
/** Structural brands that leave the codec open; the compatible brands tell it. */
const STRUCTURAL_BRANDS = new Set(['mif1', 'mif2', 'msf1', 'miaf', 'MiHB', 'MiHE', 'MiPr']);

/** The `ftyp` box: size, 'ftyp', major brand, minor version, compatible brands. */
function sniffIsoMedia(head: Uint8Array): PhotoFormat | null {
  if (ascii(head, 4, 8) !== 'ftyp') return null;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const end = Math.min(head.length, view.getUint32(0));
  const major = ascii(head, 8, 12);
  if (HEVC_BRANDS.has(major)) return 'heif';
  if (AVIF_BRANDS.has(major)) return 'avif';
  if (!STRUCTURAL_BRANDS.has(major)) return null;
  const compatible: string[] = [];
  for (let at = 16; at + 4 <= end; at += 4) compatible.push(ascii(head, at, at + 4));
  return compatible.some((brand) => AVIF_BRANDS.has(brand)) ? 'avif' : 'heif';
}

/** Sizes of the BMP information headers that exist: OS/2 1 and 2, Windows 3, 4, 5 and Adobe's two in between. */
const BMP_HEADER_SIZES = new Set([12, 16, 40, 52, 56, 64, 108, 124]);

/** 'BM' alone starts many a text file, so the header's size must be one of the known ones as well. */
function isBmp(head: Uint8Array): boolean {
  if (ascii(head, 0, 2) !== 'BM' || head.length < 18) return false;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  return BMP_HEADER_SIZES.has(view.getUint32(14, true));
}

/**
 * @param head the first bytes of the file, SNIFF_BYTES if it has as many
 * @returns null when it is none of the formats that Kindred decodes
 */
export function sniff(head: Uint8Array): PhotoFormat | null {
  if (startsWith(head, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WEBP') return 'webp';
  if (ascii(head, 0, 6) === 'GIF87a' || ascii(head, 0, 6) === 'GIF89a') return 'gif';
  // 42 is classic TIFF, 43 BigTIFF, little and big endian. Canon's CR2 borrows the signature and adds its own.
  const tiff = startsWith(head, [0x49, 0x49, 0x2a, 0]) || startsWith(head, [0x4d, 0x4d, 0, 0x2a]);
  const bigTiff = startsWith(head, [0x49, 0x49, 0x2b, 0]) || startsWith(head, [0x4d, 0x4d, 0, 0x2b]);
  if (tiff || bigTiff) return ascii(head, 8, 10) === 'CR' ? null : 'tiff';
  if (isBmp(head)) return 'bmp';
  return head.length >= 12 ? sniffIsoMedia(head) : null;
}
