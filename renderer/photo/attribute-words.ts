/** What the models take a face to be, in words. */
import type { PhotoDetail } from '../../preload/contract.ts';
import type { Strings } from '../strings/english.ts';

export type PhotoFace = PhotoDetail['faces'][number];

/** From here on something is there rather than not. */
const DECIDES = 50;

export function attributeWords(
  attributes: NonNullable<PhotoFace['attributes']>,
  words: Strings['photo'],
  showAttractive: boolean,
): readonly string[] {
  const { age, gender, eyeglass, sunglass, smile, attractive } = attributes;
  return [
    words.age(Math.round(age)),
    gender < DECIDES ? words.female : words.male,
    // Dark glasses are glasses too; one word is enough.
    ...(sunglass >= DECIDES ? [words.sunglasses] : eyeglass >= DECIDES ? [words.glasses] : []),
    ...(smile >= DECIDES ? [words.smile] : []),
    ...(showAttractive ? [words.attractive(Math.round(attractive))] : []),
  ];
}
