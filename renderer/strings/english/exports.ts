/** Copies of originals, in English. */
import { number, plural } from './numbers.ts';

export const exports = {
  save: (n: number): string => (n === 1 ? 'Save a copy…' : 'Save copies…'),
  saveAll: 'Save copies of all photos…',
  download: 'Download',
  saving: (n: number): string => (n === 1 ? 'Saving a copy' : `Saving ${number(n)} copies`),
  saved: (n: number, folder: string): string =>
    n === 0 ? `Nothing was saved in ${folder}.` : `${plural(n, 'copy', 'copies')} saved in ${folder}.`,
  stopped: (n: number, left: number, folder: string) =>
    `${plural(n, 'copy', 'copies')} saved in ${folder}, ${number(left)} not.`,
  known: (n: number) => (n === 1 ? 'One was there already.' : `${number(n)} were there already.`),
  missing: (n: number) =>
    n === 1 ? 'The file of one photo is missing.' : `The files of ${number(n)} photos are missing.`,
  failed: (n: number) => (n === 1 ? 'One file could not be read.' : `${number(n)} files could not be read.`),
};
