/** How many there are, in Chinese. */
import type { Strings } from '../english.ts';
import { n } from './numbers.ts';

export const count: Strings['count'] = {
  photos: (value) => `${n(value)} 张照片`,
  faces: (value) => `${n(value)} 张人脸`,
  people: (value) => `${n(value)} 个人`,
};
