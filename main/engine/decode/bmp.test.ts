import { expect, test } from 'vitest';
import { COLOURS, corners } from '../../../test/engine/quadrants.ts';
import { decodePhoto } from './decode-photo.ts';

/** The quadrants again, 6 x 4 pixels: small enough to write by hand in every flavour. */
const WIDTH = 6;
const HEIGHT = 4;
const PALETTE = Object.values(COLOURS);

/** Index into PALETTE of a pixel of the upright picture. */
const colourAt = (x: number, y: number): number => (y < HEIGHT / 2 ? 0 : 2) + (x < WIDTH / 2 ? 0 : 1);

interface Flavour {
  readonly bits: number;
  readonly compression?: number;
  readonly topDown?: boolean;
  readonly palette?: boolean;
  readonly masks?: readonly number[];
  /** One stored row, or the whole run-length stream. */
  readonly row: (y: number) => number[];
  readonly stream?: number[];
}

function bmp({ bits, compression = 0, topDown = false, palette = false, masks = [], row, stream }: Flavour): Buffer {
  const header = Buffer.alloc(54);
  const table = palette ? PALETTE.flatMap(([r, g, b]) => [b, g, r, 0]) : masks.flatMap((mask) => uint32(mask));
  const rows = Array.from({ length: HEIGHT }, (_, line) => padded(row(topDown ? line : HEIGHT - 1 - line)));
  const pixels = stream ?? rows.flat();
  header.write('BM', 'latin1');
  header.writeUInt32LE(54 + table.length + pixels.length, 2);
  header.writeUInt32LE(54 + table.length, 10);
  header.writeUInt32LE(40, 14);
  header.writeInt32LE(WIDTH, 18);
  header.writeInt32LE(topDown ? -HEIGHT : HEIGHT, 22);
  header.writeUInt16LE(1, 26);
  header.writeUInt16LE(bits, 28);
  header.writeUInt32LE(compression, 30);
  header.writeUInt32LE(pixels.length, 34);
  header.writeUInt32LE(palette ? PALETTE.length : 0, 46);
  return Buffer.concat([header, Buffer.from(table), Buffer.from(pixels)]);
}

const uint32 = (value: number): number[] => [
  value & 255,
  (value >>> 8) & 255,
  (value >>> 16) & 255,
  (value >>> 24) & 255,
];
const padded = (row: number[]): number[] => [...row, ...Array<number>((4 - (row.length % 4)) % 4).fill(0)];
const columns = <T>(pixel: (x: number) => T): T[] => Array.from({ length: WIDTH }, (_, x) => pixel(x));

const bgr = (y: number): number[] => columns((x) => [...(PALETTE[colourAt(x, y)] ?? [])].reverse()).flat();
const bgrx = (y: number): number[] => columns((x) => [...[...(PALETTE[colourAt(x, y)] ?? [])].reverse(), 0]).flat();
const indexes = (y: number): number[] => columns((x) => colourAt(x, y));
const nibbles = (y: number): number[] => [0, 2, 4].map((x) => (colourAt(x, y) << 4) | colourAt(x + 1, y));
const packed = (red: number, green: number, blue: number) => (y: number) =>
  columns((x) => {
    const [r = 0, g = 0, b = 0] = PALETTE[colourAt(x, y)] ?? [];
    const scale = (value: number, bits: number) => Math.round((value / 255) * (2 ** bits - 1));
    const value = (scale(r, red) << (green + blue)) | (scale(g, green) << blue) | scale(b, blue);
    return [value & 255, value >> 8];
  }).flat();
/** Encoded runs of three pixels, bottom line first, each line ended by 0 0, the picture by 0 1. */
const runs = (index: (value: number) => number): number[] =>
  [3, 2, 1, 0].flatMap((y) => [3, index(colourAt(0, y)), 3, index(colourAt(3, y)), 0, y === 0 ? 1 : 0]);

const FLAVOURS: Record<string, Flavour> = {
  '24 bits': { bits: 24, row: bgr },
  '24 bits, top-down': { bits: 24, topDown: true, row: bgr },
  '32 bits with an undefined fourth byte': { bits: 32, row: bgrx },
  '8 bits with a palette': { bits: 8, palette: true, row: indexes },
  '8 bits with a palette, top-down': { bits: 8, palette: true, topDown: true, row: indexes },
  '4 bits with a palette': { bits: 4, palette: true, row: nibbles },
  '16 bits, 5-5-5': { bits: 16, row: packed(5, 5, 5) },
  '16 bits, 5-6-5 by masks': { bits: 16, compression: 3, masks: [0xf800, 0x07e0, 0x001f], row: packed(5, 6, 5) },
  '8 bits run-length': { bits: 8, compression: 1, palette: true, row: indexes, stream: runs((value) => value) },
  '4 bits run-length': { bits: 4, compression: 2, palette: true, row: nibbles, stream: runs((value) => value * 17) },
};

test.each(Object.entries(FLAVOURS))('a bitmap of %s decodes', async (_, flavour) => {
  const decoded = await decodePhoto({ bytes: bmp(flavour) });
  expect(decoded).toMatchObject({ format: 'bmp', width: WIDTH, height: HEIGHT });
  expect(corners(decoded.photo)).toEqual(['red', 'green', 'blue', 'yellow']);
});

test('a bitmap of one bit shows its two colours', async () => {
  const bytes = bmp({ bits: 1, palette: true, row: (y) => [y < HEIGHT / 2 ? 0b000111_00 : 0b111000_00] });
  const { photo } = await decodePhoto({ bytes });
  expect(corners(photo)).toEqual(['red', 'green', 'green', 'red']);
});

test('a bitmap that is cut off is corrupt, one that claims to be enormous is too large', async () => {
  const whole = bmp({ bits: 24, row: bgr });
  await expect(decodePhoto({ bytes: whole.subarray(0, 60) })).rejects.toMatchObject({ code: 'corrupt' });
  await expect(decodePhoto({ bytes: whole.subarray(0, 20) })).rejects.toMatchObject({ code: 'corrupt' });
  const claiming = Buffer.from(whole);
  claiming.writeInt32LE(60_000, 18);
  claiming.writeInt32LE(-60_000, 22);
  await expect(decodePhoto({ bytes: claiming })).rejects.toMatchObject({ code: 'too-large' });
});
