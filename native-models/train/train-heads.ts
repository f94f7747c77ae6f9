/**
 * Fits the attribute heads and measures them on people they did not see: `node native-models/train/train-heads.ts`.
 * Writes attribute-heads.json into the shipped pack; seal it after.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AttributeHeads } from '../../main/engine/attributes.ts';
import { openPack, SHIPPED_PACK } from '../../main/engine/pack/open-pack.ts';
import { type Fit, fitNumber, fitOdds, narrow } from './fit-head.ts';
import { balanced, lessons, readSets, sign } from './lessons.ts';
import { GROWN_UP, measureHeads, printMeasured } from './measure-heads.ts';

const sets = await readSets();
const { celeba, scut, utk, smiles } = sets;
const EMBEDDING_MODEL = (await openPack(SHIPPED_PACK)).facts.embeddingModel;

// Grown-ups of every sort, as UTKFace has them, are few beside CelebA's celebrities, and children only mislead: these
// weights did best in cross-validation on the training people.
const male = [
  ...lessons(
    utk,
    ({ male }) => sign(male),
    ({ age }) => (age >= GROWN_UP ? 6 : 0.5),
  ),
  ...lessons(celeba, ({ male }) => sign(male)),
];
const rated = lessons(scut, ({ rating }) => rating);
const fits = {
  age: fitNumber(
    lessons(utk, ({ age }) => age),
    { own: 'age' },
  ),
  attractive: fitNumber(rated),
  attractiveWithEmbedding: fitNumber(rated, { embedding: true }),
  gender: fitOdds(male, { own: 'male' }),
  eyeglass: fitOdds(balanced(lessons(celeba, ({ eyeglasses }) => sign(eyeglasses)))),
  // Dark glasses must stand out among glasses, of which there are few: those weigh more.
  sunglass: fitOdds(
    balanced([
      ...lessons(
        celeba,
        ({ sunglasses, eyeglasses }) => (eyeglasses && sunglasses !== null ? sign(sunglasses) : null),
        () => 4,
      ),
      ...lessons(celeba, ({ eyeglasses }) => (eyeglasses ? null : -1)),
    ]),
  ),
  smile: fitOdds([
    ...lessons(smiles, ({ smiling }) => sign(smiling)),
    ...lessons(celeba, ({ smiling }) => sign(smiling)),
  ]),
} satisfies Record<string, Fit>;

const heads: AttributeHeads = {
  kind: 'kindred-attribute-heads',
  age: narrow(fits.age),
  attractive: narrow(fits.attractive),
  gender: narrow(fits.gender),
  eyeglass: narrow(fits.eyeglass),
  sunglass: narrow(fits.sunglass),
  smile: narrow(fits.smile),
  withEmbedding: {
    model: EMBEDDING_MODEL,
    attractive: fits.attractiveWithEmbedding.head,
  },
};
writeFileSync(join(SHIPPED_PACK, 'attribute-heads.json'), `${JSON.stringify(heads)}\n`);
for (const [name, { lambda }] of Object.entries(fits)) console.log(`${name}: lambda ${lambda}`);
printMeasured(measureHeads(sets, heads));
console.log('where a pack has another embedding:');
printMeasured(
  measureHeads(sets, { ...heads, withEmbedding: null }).filter(({ name }) => name.startsWith('attractive')),
);
