/**
 * Where an upload goes below the folder of uploads. The name comes from somebody else's disk: what is kept of it has to be
 * a name on every system, and stay below its folder whatever it says.
 */
import { extname } from 'node:path';
import { isSkippedName, mayBePhoto } from '../../../organizer/import/scan.ts';
import { UploadError } from './upload-error.ts';

/** Longest path as sent, UTF-16 units. */
const LONGEST = 2000;
const DEEPEST = 24;
/** Longest name of a file or folder, bytes of UTF-8: file systems take 255, and a number may have to be added. */
const LONGEST_NAME = 200;

/** Names that Windows keeps for devices, whatever their extension. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
/** Control characters, marks that turn the direction of a text around, and what is no name on Windows. */
const UNSAFE = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff<>:"|?*]/gu;

/**
 * @param path as the browser tells it: `Italy/day 1/IMG_1.jpg`, or a name alone
 * @param day  name of the folder for files that come without one
 * @returns folders and, last, the name of the file
 * @throws UploadError `bad-name`, `hidden`, `not-a-photo`
 */
export function uploadPath(path: string, day: string): [string, ...string[]] {
  const given = path.split(/[/\\]/).filter((part) => part !== '' && part !== '.');
  if (given.length === 0 || given.includes('..') || path.length > LONGEST || given.length > DEEPEST) {
    throw new UploadError('bad-name', 'A file needs a name, and a path that is not too long and stays in its folder.');
  }
  const parts = given.map(safeName);
  const name = parts.at(-1) ?? '';
  if (parts.some(isSkippedName)) {
    throw new UploadError('hidden', `${name} is hidden or belongs to the system: such files are passed by.`);
  }
  if (!mayBePhoto(name)) throw new UploadError('not-a-photo', `${name} is not a photo by its name.`);
  const [first = day, ...rest] = parts.length === 1 ? [day, ...parts] : parts;
  return [first, ...rest];
}

/** The same name wherever it can be kept, and otherwise one that looks like it. */
export function safeName(name: string): string {
  const clean = trim(name.toWellFormed().normalize('NFC').replace(UNSAFE, '_'));
  return shorten(DEVICE.test(clean) ? `_${clean}` : clean || '_');
}

/** Windows drops dots and spaces at the end, and then two names are one. */
const trim = (name: string): string => name.replace(/^\s+|[\s.]+$/gu, '');

/** Its extension stays, so that it stays a photo. */
function shorten(name: string): string {
  if (Buffer.byteLength(name) <= LONGEST_NAME) return name;
  const extension = Buffer.byteLength(extname(name)) <= 16 ? extname(name) : '';
  let stem = '';
  let room = LONGEST_NAME - Buffer.byteLength(extension);
  for (const character of name.slice(0, name.length - extension.length)) {
    room -= Buffer.byteLength(character);
    if (room < 0) break;
    stem += character;
  }
  return `${trim(stem)}${extension}`;
}
