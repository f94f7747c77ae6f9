/** Attributes on portraits of people that no head has learnt from. */
import { type Evidence, judge } from '../../../main/engine/attributes.ts';
import type { Attributes } from '../../../main/engine/face.ts';
import type { Models } from '../../../main/engine/load-models.ts';
import { extractFeatures } from '../../../native-models/train/features.ts';
import { areaUnderCurve, correlation, mean } from '../../../native-models/train/measures.ts';
import { splitByPerson } from '../../../native-models/train/people.ts';
import { celeba, type Portrait, scut, smiles, utk } from '../../../native-models/train/portraits.ts';
import { percent, type Row } from './row.ts';

/** Gender is asked from this age on, years. */
const GROWN = 13;

export async function attributes({ heads }: Models): Promise<Row[]> {
  if (heads === null) return [{ what: 'attributes', measured: 'the pack has no attribute heads', study: '' }];
  const judged = async <Labels>(set: string, portraits: Portrait<Labels>[]) =>
    splitByPerson(await extractFeatures(set, portraits)).heldOut.map((sample) => ({
      labels: sample.labels,
      found: judge(sample satisfies Evidence, heads),
    }));
  const auc = <Labels>(
    faces: readonly { labels: Labels; found: Attributes }[],
    attribute: keyof Attributes,
    yes: (labels: Labels) => boolean,
  ) =>
    areaUnderCurve(
      faces.map(({ found }) => found[attribute]),
      faces.map(({ labels }) => yes(labels)),
    );

  const portraits = await judged('utk', utk());
  const grown = portraits.filter(({ labels }) => labels.age >= GROWN);
  const error = mean(portraits.map(({ labels, found }) => Math.abs(found.age - labels.age)));
  const gender = mean(grown.map(({ labels, found }) => Number(found.gender >= 50 === labels.male)));
  const celebrities = await judged('celeba', celeba());
  const eyeglass = auc(celebrities, 'eyeglass', ({ eyeglasses }) => eyeglasses);
  const sunglass = auc(celebrities, 'sunglass', ({ sunglasses }) => sunglasses);
  const small = await judged('smiles', smiles());
  const smile = auc(small, 'smile', ({ smiling }) => smiling);
  const rated = await judged('scut', scut());
  const attractive = correlation(
    rated.map(({ found }) => found.attractive),
    rated.map(({ labels }) => labels.rating),
  );
  return [
    {
      what: `age, mean error, years (UTKFace, ${portraits.length} portraits)`,
      measured: error.toFixed(2),
      study: '5.7',
      bar: { wanted: '<= 5.7', holds: error <= 5.7 },
    },
    {
      what: `gender right, from ${GROWN} years on (${grown.length})`,
      measured: percent(gender, 1),
      study: '94-97 %',
      bar: { wanted: '>= 95 %', holds: gender >= 0.95 },
    },
    ranking('eyeglass', `CelebA, ${celebrities.length}`, eyeglass, '.994', 0.99),
    ranking('sunglass', 'CelebA', sunglass, '.964-.99', 0.96),
    ranking('smile', `SMILEs, ${small.length}`, smile, '.932', 0.93),
    {
      what: `attractive, correlation with ratings (SCUT-FBP, ${rated.length})`,
      measured: attractive.toFixed(3),
      study: '.888',
      bar: { wanted: '>= .88', holds: attractive >= 0.88 },
    },
  ];
}

const ranking = (what: string, where: string, auc: number, study: string, least: number): Row => ({
  what: `${what}, area under the ROC curve (${where})`,
  measured: auc.toFixed(3),
  study,
  bar: { wanted: `>= ${least}`, holds: auc >= least },
});
