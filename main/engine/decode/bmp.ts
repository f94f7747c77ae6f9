/**
 * Windows bitmaps, which sharp cannot read: NetSurf's libnsbmp as WebAssembly, which knows palettes, 16-bit masks,
 * top-down rows and run lengths. Its memory is its own, so a damaged file can at worst end in an error.
 */
import { EngineError } from '../engine-error.ts';

/** Size of the OS/2 1.x header, the only one with 16-bit sides. */
const CORE_HEADER = 12;

/**
 * @param bytes a file that `sniff` calls a BMP
 * @returns width and height, px
 * @throws EngineError `corrupt` when the header is cut off
 */
export function readBmpSize(bytes: Uint8Array): { width: number; height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 26) throw new EngineError('corrupt', 'The bmp header is cut off.');
  if (view.getUint32(14, true) === CORE_HEADER)
    return { width: view.getUint16(18, true), height: view.getUint16(20, true) };
  // A negative height means rows from top to bottom.
  return { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) };
}

/**
 * @returns width x height pixels RGBA; alpha means nothing, since most 32-bit bitmaps leave it undefined
 * @throws EngineError `corrupt`
 */
export async function decodeBmp(bytes: Uint8Array): Promise<{ width: number; height: number; data: Uint8Array }> {
  // Compiles its WebAssembly on import; few libraries have a bitmap at all.
  const { decode } = await import('@cwasm/nsbmp');
  const { width, height, data } = decode(bytes);
  return { width, height, data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
}
