import { expect, test } from 'vitest';
import { sniff } from './sniff.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const ftyp = (major: string, ...compatible: string[]) => {
  const body = `ftyp${major}\0\0\0\0${compatible.join('')}`;
  const size = Buffer.alloc(4);
  size.writeUInt32BE(body.length + 4);
  return Buffer.concat([size, latin1(body)]);
};

test.each([
  ['jpeg', latin1('\xff\xd8\xff\xe1\0\0')],
  ['png', latin1('\x89PNG\r\n\x1a\n')],
  ['webp', latin1('RIFF\0\0\0\0WEBPVP8 ')],
  ['gif', latin1('GIF89a')],
  ['tiff', latin1('II*\0\x08\0\0\0\0\0')],
  ['tiff', latin1('MM\0*\0\0\0\x08\0\0')],
  ['tiff', latin1('II+\0\x08\0\0\0')],
  ['bmp', latin1(`BM${'\0'.repeat(12)}\x28\0\0\0`)],
  ['heif', ftyp('heic', 'mif1', 'heic')],
  ['heif', ftyp('mif1', 'mif1', 'heic')],
  ['avif', ftyp('avif', 'mif1', 'miaf')],
  ['avif', ftyp('mif1', 'avif', 'miaf')],
])('%s is told by its first bytes', (format, head) => {
  expect(sniff(head)).toBe(format);
});

test.each([
  ['nothing', latin1('')],
  ['one byte', latin1('\xff')],
  ['text that starts like a bitmap', latin1('BMW is a maker of cars and motorcycles')],
  ['a movie', ftyp('isom', 'isom', 'mp42')],
  ['a WAV', latin1('RIFF\0\0\0\0WAVEfmt ')],
  ['a Canon raw photo', latin1('II*\0\x10\0\0\0CR\x02\0')],
  ['an ftyp box that claims to be longer than the file', ftyp('mif2').fill(0xff, 0, 4).subarray(0, 11)],
])('%s is none of the formats', (_, head) => {
  expect(sniff(head)).toBeNull();
});
