/** How many there are, in English. */
import { plural } from './numbers.ts';

export const count = {
  photos: (n: number) => plural(n, 'photo', 'photos'),
  faces: (n: number) => plural(n, 'face', 'faces'),
  people: (n: number) => plural(n, 'person', 'people'),
};
