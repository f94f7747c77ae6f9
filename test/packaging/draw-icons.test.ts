/** The icons hold every size that a platform asks for, each a picture of that size. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawIcons } from '../../packaging/draw-icons.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kindred-icons-'));
  await drawIcons(join(import.meta.dirname, '../../renderer/public/icon.svg'), folder);
});
afterAll(() => rm(folder, { recursive: true }));

test('Linux has a PNG for every width', async () => {
  const png = sharp(join(folder, 'linux/16x16.png'));
  expect(await png.metadata()).toMatchObject({ format: 'png', width: 16, height: 16, hasAlpha: true });
});

test('Windows has bitmaps, and one PNG of 256', async () => {
  const ico = await readFile(join(folder, 'icon.ico'));
  const pictures: [width: number, height: number][] = [];
  let end = 6 + 16 * ico.readUInt16LE(4);
  for (let entry = 6; entry < 6 + 16 * ico.readUInt16LE(4); entry += 16) {
    const [length, offset] = [ico.readUInt32LE(entry + 8), ico.readUInt32LE(entry + 12)];
    // One after the other, without gaps.
    expect(offset).toBe(end);
    end += length;
    const picture = ico.subarray(offset, offset + length);
    const declared = ico.readUInt8(entry) || 256;
    if (declared === 256) {
      const { width, height } = await sharp(picture).metadata();
      pictures.push([width, height]);
    } else {
      pictures.push([picture.readInt32LE(4), picture.readInt32LE(8) / 2]);
      expect(length).toBe(40 + declared ** 2 * 4 + Math.ceil(declared / 32) * 4 * declared);
    }
  }
  expect(end).toBe(ico.length);
  expect(pictures).toEqual([16, 20, 24, 32, 40, 48, 64, 256].map((width) => [width, width]));
});

test('a bitmap of Windows shows what the PNG of Linux does', async () => {
  const ico = await readFile(join(folder, 'icon.ico'));
  const bitmap = ico.subarray(ico.readUInt32LE(6 + 12) + 40);
  const png = await sharp(join(folder, 'linux/16x16.png')).raw().toBuffer();
  // A pixel of the face in front, from the top left in the PNG, from the bottom left and BGRA in the bitmap.
  const [x, y] = [6, 5];
  const [red, green, blue, alpha] = png.subarray((y * 16 + x) * 4);
  expect([...bitmap.subarray(((15 - y) * 16 + x) * 4).subarray(0, 4)]).toEqual([blue, green, red, alpha]);
  expect(red).toBeGreaterThan(230);
  expect(alpha).toBe(255);
});

test('macOS has its sizes up to 1024, with air around the drawing', async () => {
  const icns = await readFile(join(folder, 'icon.icns'));
  expect(icns.toString('latin1', 0, 4)).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const widths = new Map<string, number>();
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    const png = icns.subarray(at + 8, at + icns.readUInt32BE(at + 4));
    widths.set(icns.toString('latin1', at, at + 4), (await sharp(png).metadata()).width);
    const [, , , alphaOfCorner] = await sharp(png).ensureAlpha().raw().toBuffer();
    expect(alphaOfCorner).toBe(0);
  }
  expect(widths.get('icp4')).toBe(16);
  expect(widths.get('ic08')).toBe(256);
  expect(widths.get('ic10')).toBe(1024);
});
