/** For tests: a .zip of given files, made by hand so that it can lie. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZippedFile {
  readonly name: string;
  readonly content: Uint8Array;
  /** What the archive says of its length, where that is not true. */
  readonly saidLength?: number;
}

const u16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};

const DEFLATED = 8;
const VERSION = 20;

export function zipOf(files: readonly ZippedFile[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, saidLength = content.length } of files) {
    const packed = deflateRawSync(content);
    const about = [
      ...[u16(VERSION), u16(0), u16(DEFLATED), u32(0)],
      ...[u32(crc32(content)), u32(packed.length), u32(saidLength), u16(Buffer.byteLength(name)), u16(0)],
    ];
    const body = Buffer.concat([u32(0x04034b50), ...about, Buffer.from(name), packed]);
    const entry = [u32(0x02014b50), u16(VERSION), ...about, u16(0), u16(0), u16(0), u32(0), u32(offset)];
    directory.push(Buffer.concat([...entry, Buffer.from(name)]));
    bodies.push(body);
    offset += body.length;
  }
  const list = Buffer.concat(directory);
  const end = [u32(0x06054b50), u16(0), u16(0), u16(files.length), u16(files.length), u32(list.length), u32(offset)];
  return Buffer.concat([...bodies, list, ...end, u16(0)]);
}
