/**
 * The application's icon as each platform wants it, from the one drawing that the window shows too: PNGs for Linux, an
 * .ico for Windows, an .icns for macOS. Made when Kindred is packed, so that no picture of a picture is kept.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';

/** Width of the drawing in its own units, and the dots per inch at which one unit is one pixel. */
const DRAWN = { units: 64, dpi: 72 } as const;

/** What an icon of macOS takes of its square: the rest is air, by Apple's template of 824 in 1024. */
const MAC_SHARE = 824 / 1024;

/** Types of the pictures in an .icns, by their width in pixels: ordinary screens, then fine ones. */
const ICNS_TYPES: readonly (readonly [type: string, width: number])[] = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
  ['ic10', 1024],
];

/** Widths that Windows asks for between 100 % and 400 %. */
const ICO_WIDTHS = [16, 20, 24, 32, 40, 48, 64, 256] as const;

const LINUX_WIDTHS = [16, 24, 32, 48, 64, 128, 256, 512] as const;

/**
 * @param drawing path of the square SVG
 * @param folder  gets linux/<n>x<n>.png, icon.ico and icon.icns
 */
export async function drawIcons(drawing: string, folder: string): Promise<void> {
  const svg = await readFile(drawing);
  await mkdir(join(folder, 'linux'), { recursive: true });
  for (const width of LINUX_WIDTHS) {
    await writeFile(join(folder, 'linux', `${width}x${width}.png`), await draw(svg, width).png().toBuffer());
  }
  await writeFile(join(folder, 'icon.ico'), await toIco(svg));
  await writeFile(join(folder, 'icon.icns'), await toIcns(svg));
}

/** Drawn anew for every width, rather than shrunk. */
const draw = (svg: Buffer, width: number): Sharp =>
  sharp(svg, { density: (DRAWN.dpi * width) / DRAWN.units }).resize(width, width);

/** @see https://en.wikipedia.org/wiki/Apple_Icon_Image_format */
async function toIcns(svg: Buffer): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (const [type, width] of ICNS_TYPES) {
    const inner = Math.round(width * MAC_SHARE);
    const [before, after] = [Math.floor((width - inner) / 2), Math.ceil((width - inner) / 2)];
    const png = await draw(svg, inner)
      .extend({ left: before, top: before, right: after, bottom: after, background: '#0000' })
      .png()
      .toBuffer();
    parts.push(chunk(type, png));
  }
  return chunk('icns', Buffer.concat(parts));
}

/** A four-letter name, the length with this head, the content. */
function chunk(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32BE(head.length + content.length, 4);
  return Buffer.concat([head, content]);
}

/** @see https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10) */
async function toIco(svg: Buffer): Promise<Buffer> {
  const HEAD = 6;
  const ENTRY = 16;
  const head = Buffer.alloc(HEAD);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(ICO_WIDTHS.length, 4);
  const entries: Buffer[] = [];
  const pictures: Buffer[] = [];
  let offset = HEAD + ENTRY * ICO_WIDTHS.length;
  for (const width of ICO_WIDTHS) {
    // Only the largest may be a PNG everywhere; an installer's own window knows bitmaps alone.
    const picture = width === 256 ? await draw(svg, width).png().toBuffer() : await toBitmap(svg, width);
    const entry = Buffer.alloc(ENTRY);
    // 0 stands for 256.
    entry.writeUInt8(width % 256, 0);
    entry.writeUInt8(width % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(picture.length, 8);
    entry.writeUInt32LE(offset, 12);
    entries.push(entry);
    pictures.push(picture);
    offset += picture.length;
  }
  return Buffer.concat([head, ...entries, ...pictures]);
}

/** A bitmap as it lies in an .ico: BGRA from the lowest row up, then a mask, which alpha makes superfluous: all zeros. */
async function toBitmap(svg: Buffer, width: number): Promise<Buffer> {
  const HEAD = 40;
  const rgba = await draw(svg, width).ensureAlpha().raw().toBuffer();
  const maskRow = Math.ceil(width / 32) * 4;
  const bitmap = Buffer.alloc(HEAD + rgba.length + maskRow * width);
  bitmap.writeUInt32LE(HEAD, 0);
  bitmap.writeInt32LE(width, 4);
  // Picture and mask.
  bitmap.writeInt32LE(width * 2, 8);
  bitmap.writeUInt16LE(1, 12);
  bitmap.writeUInt16LE(32, 14);
  const row = width * 4;
  for (let y = 0; y < width; y++) {
    const line = Buffer.from(rgba.subarray(y * row, (y + 1) * row));
    for (let x = 0; x < row; x += 4) line.set([line[x + 2] ?? 0, line[x + 1] ?? 0, line[x] ?? 0], x);
    line.copy(bitmap, HEAD + (width - 1 - y) * row);
  }
  return bitmap;
}
