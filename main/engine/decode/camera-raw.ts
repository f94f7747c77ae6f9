/**
 * Camera raw files that look like TIFF (NEF, ARW, DNG, PEF …): their first image is only a small preview of the photo, so
 * decoding them as TIFF would quietly give a 160-pixel picture.
 */
const NEW_SUBFILE_TYPE = 254;
const DNG_VERSION = 50_706;
/** Bit of NewSubfileType: "reduced-resolution version of another image in this file" (TIFF 6.0, page 36). */
const REDUCED = 1;

/** @param tiff a whole TIFF file; BigTIFF, which no camera writes, is never raw */
export function isCameraRaw(tiff: Uint8Array): boolean {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = tiff[0] === 0x49;
  try {
    if (view.getUint16(2, little) !== 42) return false;
    const directory = view.getUint32(4, little);
    const entries = view.getUint16(directory, little);
    for (let entry = 0; entry < entries; entry++) {
      const at = directory + 2 + entry * 12;
      const tag = view.getUint16(at, little);
      const reduced = tag === NEW_SUBFILE_TYPE && (view.getUint32(at + 8, little) & REDUCED) !== 0;
      if (reduced || tag === DNG_VERSION) return true;
    }
  } catch (error: unknown) {
    // The directory lies beyond the end: a damaged TIFF, for the decoder to refuse.
    if (!(error instanceof RangeError)) throw error;
  }
  return false;
}
