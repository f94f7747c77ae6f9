/**
 * Fits the attribute heads and measures them on people they did not see: `node native-models/train/train-heads.ts`.
 * Writes attribute-heads.json into the shipped pack; seal it after.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AttributeHeads } from '../../main/engine/attributes.ts';
import { SHIPPED_PACK } from '../../main/engine/pack/open-pack.ts';
import { type Fit, fitNumber, fitOdds } from './fit-head.ts';
import { balanced, lessons, readSets, sign } from './lessons.ts';
import { measureHeads, printMeasured } from './measure-heads.ts';

const sets = await readSets();
const { celeba, scut, utk, smiles } = sets;

const fits = {
  age: fitNumber(
    lessons(utk, ({ age }) => age),
    'age',
  ),
  attractive: fitNumber(
    lessons(scut, ({ rating }) => rating),
    null,
  ),
  gender: fitOdds([...lessons(utk, ({ male }) => sign(male)), ...lessons(celeba, ({ male }) => sign(male))], 'male'),
  eyeglass: fitOdds(balanced(lessons(celeba, ({ eyeglasses }) => sign(eyeglasses))), null),
  // Dark glasses must stand out among glasses, of which there are few: those weigh more.
  sunglass: fitOdds(
    balanced([
      ...lessons(celeba, ({ sunglasses, eyeglasses }) => (eyeglasses || sunglasses ? sign(sunglasses) : null), 4),
      ...lessons(celeba, ({ sunglasses, eyeglasses }) => (eyeglasses || sunglasses ? null : -1)),
    ]),
    null,
  ),
  smile: fitOdds(
    [...lessons(smiles, ({ smiling }) => sign(smiling)), ...lessons(celeba, ({ smiling }) => sign(smiling))],
    null,
  ),
} satisfies Record<string, Fit>;

const heads: AttributeHeads = {
  kind: 'kindred-attribute-heads',
  age: fits.age.head,
  attractive: fits.attractive.head,
  gender: fits.gender.head,
  eyeglass: fits.eyeglass.head,
  sunglass: fits.sunglass.head,
  smile: fits.smile.head,
};
writeFileSync(join(SHIPPED_PACK, 'attribute-heads.json'), `${JSON.stringify(heads)}\n`);
for (const [name, { lambda }] of Object.entries(fits)) console.log(`${name}: lambda ${lambda}`);
printMeasured(measureHeads(sets, heads));
