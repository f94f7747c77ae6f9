/** Attributes on portraits of people that no head has learnt from (native-models/train/measure-heads.ts). */
import type { Models } from '../../../main/engine/load-models.ts';
import { readSets } from '../../../native-models/train/lessons.ts';
import { type Measured, measureHeads } from '../../../native-models/train/measure-heads.ts';
import type { Row } from './row.ts';

/** What the study that chose the models found, by the beginning of a figure's name. */
const STUDY: readonly (readonly [name: string, figure: string])[] = [
  ['eyeglass, AUC', '.994'],
  ['sunglass, AUC against all', '.99'],
  ['sunglass, AUC against clear', '.964'],
  ['smile, AUC (SMILEs)', '.932 across sets'],
  ['smile, AUC (CelebA)', '.971'],
  ['attractive', '.888'],
  ['gender, right at 50, age', '.94-.97'],
  ['gender, right at 50, all', '.89'],
  ['age', '5.7'],
];

export async function attributes({ heads }: Models): Promise<Row[]> {
  if (heads === null) return [{ what: 'attributes', measured: 'the pack has no attribute heads', study: '' }];
  return measureHeads(await readSets(), heads).map(asRow);
}

function asRow({ name, value, wanted, samples }: Measured): Row {
  const isError = name.includes('error');
  return {
    what: `${name} (${samples} portraits)`,
    measured: value.toFixed(3),
    study: STUDY.find(([beginning]) => name.startsWith(beginning))?.[1] ?? '',
    ...(wanted !== null && {
      bar: { wanted: `${isError ? '<=' : '>='} ${wanted}`, holds: isError ? value <= wanted : value >= wanted },
    }),
  };
}
