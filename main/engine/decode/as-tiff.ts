/**
 * Raw pixels with an ICC profile, as a TIFF in memory. sharp converts colours only from profiles it finds in a file, and
 * an uncompressed TIFF is the thinnest file there is around pixels: one header before them (TIFF 6.0, baseline RGB).
 */
const SHORT = 3;
const LONG = 4;
const UNDEFINED = 7;

/**
 * @param data width x height x channels bytes, rows without padding; a fourth channel is unassociated alpha
 * @param icc  the profile the pixels are in
 */
export function asTiff(
  { width, height, channels, data }: { width: number; height: number; channels: 3 | 4; data: Uint8Array },
  icc: Uint8Array,
): Buffer {
  const entries: [tag: number, type: number, count: number, value: number][] = [];
  const directory = 8 + 2 + 12 * 12 + 4;
  const bitsAt = directory;
  const iccAt = bitsAt + channels * 2;
  const pixelsAt = iccAt + icc.length;
  entries.push(
    [256, LONG, 1, width],
    [257, LONG, 1, height],
    [258, SHORT, channels, bitsAt],
    [259, SHORT, 1, 1], // compression: none
    [262, SHORT, 1, 2], // photometric interpretation: RGB
    [273, LONG, 1, pixelsAt],
    [277, SHORT, 1, channels],
    [278, LONG, 1, height], // rows per strip: all
    [279, LONG, 1, data.length],
    [284, SHORT, 1, 1], // planar configuration: interleaved
  );
  if (channels === 4) entries.push([338, SHORT, 1, 2]); // extra sample: unassociated alpha
  entries.push([34_675, UNDEFINED, icc.length, iccAt]);

  const out = Buffer.alloc(pixelsAt + data.length);
  out.write('II*\0', 'latin1');
  out.writeUInt32LE(8, 4);
  out.writeUInt16LE(entries.length, 8);
  for (const [index, [tag, type, count, value]] of entries.entries()) {
    const at = 10 + index * 12;
    out.writeUInt16LE(tag, at);
    out.writeUInt16LE(type, at + 2);
    out.writeUInt32LE(count, at + 4);
    out.writeUInt32LE(value, at + 8);
  }
  for (let channel = 0; channel < channels; channel++) out.writeUInt16LE(8, bitsAt + channel * 2);
  out.set(icc, iccAt);
  out.set(data, pixelsAt);
  return out;
}
