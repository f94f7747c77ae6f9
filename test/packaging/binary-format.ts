/** Which machine a file's code is for, told by its first bytes: the executables and libraries of Linux, macOS, Windows. */
import { open } from 'node:fs/promises';

/** e_machine of ELF, Machine of PE, cputype of Mach-O, as Node names processors. */
const ELF = new Map([
  [0x3e, 'x64'],
  [0xb7, 'arm64'],
]);
const PE = new Map([
  [0x8664, 'x64'],
  [0xaa64, 'arm64'],
]);
const MACH_O = new Map([
  [0x01000007, 'x64'],
  [0x0100000c, 'arm64'],
]);

/** How much of a file its format and processor stand in; a PE file says where. */
const HEAD = 4096;

/** @returns e.g. `linux-x64`, with `unknown` for a processor that Node has no name for; null for a file without such code */
export async function binaryFormat(path: string): Promise<string | null> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return formatOf(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

function formatOf(head: Buffer): string | null {
  if (head.length < 64) return null;
  const magic = head.readUInt32BE(0);
  if (magic === 0x7f454c46) return `linux-${ELF.get(head.readUInt16LE(18)) ?? 'unknown'}`;
  if (magic === 0xcffaedfe) return `darwin-${MACH_O.get(head.readUInt32LE(4)) ?? 'unknown'}`;
  // Several processors in one file: foreign to all but macOS, and of no use to one of ours.
  if (magic === 0xcafebabe || magic === 0xcefaedfe) return 'darwin-unknown';
  const pe = head.readUInt32LE(60);
  if (head.toString('latin1', 0, 2) !== 'MZ' || pe + 6 > head.length) return null;
  if (head.toString('latin1', pe, pe + 4) !== 'PE\0\0') return null;
  return `win32-${PE.get(head.readUInt16LE(pe + 4)) ?? 'unknown'}`;
}
