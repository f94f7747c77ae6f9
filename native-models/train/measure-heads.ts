/**
 * The heads of the shipped pack on people they never saw: `node native-models/train/measure-heads.ts`. The figures are
 * of the integers that the engine gives out, not of the scores inside.
 */
import { type AttributeHeads, judge } from '../../main/engine/attributes.ts';
import type { Attributes } from '../../main/engine/face.ts';
import { openPack, SHIPPED_PACK } from '../../main/engine/pack/open-pack.ts';
import type { Sample } from './features.ts';
import { readSets, type Sets } from './lessons.ts';
import { areaUnderCurve, correlation, mean } from './measures.ts';

/** People below this age are hard to tell apart by gender, for people too. */
export const GROWN_UP = 13;

export interface Measured {
  readonly name: string;
  readonly value: number;
  /** What the project asks for, if it does; errors should be below, everything else above. */
  readonly wanted: number | null;
  readonly samples: number;
}

/** Every figure that issue and README promise, on the held-out people. */
export function measureHeads({ celeba, scut, utk, smiles }: Sets, heads: AttributeHeads): Measured[] {
  const give = (sample: Sample<unknown>): Attributes => judge(sample, heads);
  const area = <L>(
    name: string,
    of: readonly Sample<L>[],
    key: keyof Attributes,
    yes: (labels: L) => boolean,
    wanted: number,
  ) => ({
    name,
    value: areaUnderCurve(
      of.map((sample) => give(sample)[key]),
      of.map(({ labels }) => yes(labels)),
    ),
    wanted,
    samples: of.length,
  });
  /** Share of decisions at 50 that are right, yes and no counting alike. */
  const decided = <L>(
    name: string,
    of: readonly Sample<L>[],
    key: keyof Attributes,
    yes: (labels: L) => boolean,
    wanted: number | null = null,
  ) => {
    const right = (kind: boolean) => {
      const some = of.filter(({ labels }) => yes(labels) === kind);
      return mean(some.map((sample) => (give(sample)[key] >= 50 === kind ? 1 : 0)));
    };
    return { name, value: (right(true) + right(false)) / 2, wanted, samples: of.length };
  };
  const glasses = celeba.heldOut.filter(({ labels }) => labels.eyeglasses);
  const grownUps = utk.heldOut.filter(({ labels }) => labels.age >= GROWN_UP);
  const ageErrors = (of: typeof utk.heldOut) =>
    mean(of.map((sample) => Math.abs(give(sample).age - sample.labels.age)));
  const male = ({ male }: { male: boolean }) => male;
  return [
    area('eyeglass, AUC (CelebA)', celeba.heldOut, 'eyeglass', (of) => of.eyeglasses, 0.99),
    decided('eyeglass, right at 50', celeba.heldOut, 'eyeglass', (of) => of.eyeglasses),
    area('sunglass, AUC against all (CelebA)', celeba.heldOut, 'sunglass', (of) => of.sunglasses === true, 0.96),
    area('sunglass, AUC against clear glasses', glasses, 'sunglass', (of) => of.sunglasses === true, 0.96),
    decided('sunglass, right at 50', celeba.heldOut, 'sunglass', (of) => of.sunglasses === true),
    area('smile, AUC (SMILEs)', smiles.heldOut, 'smile', (of) => of.smiling, 0.93),
    area('smile, AUC (CelebA)', celeba.heldOut, 'smile', (of) => of.smiling, 0.93),
    decided('smile, right at 50 (CelebA)', celeba.heldOut, 'smile', (of) => of.smiling),
    {
      name: 'attractive, correlation with ratings (SCUT)',
      value: correlation(
        scut.heldOut.map((sample) => give(sample).attractive),
        scut.heldOut.map(({ labels }) => labels.rating),
      ),
      wanted: 0.88,
      samples: scut.heldOut.length,
    },
    decided(`gender, right at 50, age >= ${GROWN_UP} (UTK)`, grownUps, 'gender', male, 0.95),
    decided('gender, right at 50, all ages (UTK)', utk.heldOut, 'gender', male),
    {
      name: 'age, mean absolute error, years (UTK)',
      value: ageErrors(utk.heldOut),
      wanted: 5.7,
      samples: utk.heldOut.length,
    },
  ];
}

export function printMeasured(rows: readonly Measured[]): void {
  for (const { name, value, wanted, samples } of rows)
    console.log(
      `${name.padEnd(46)} ${value.toFixed(3).padStart(7)}  ${(wanted === null ? '' : `wanted ${wanted}`).padEnd(12)} (${samples} portraits)`,
    );
}

if (import.meta.main) {
  const { heads } = (await openPack(SHIPPED_PACK)).models.attributes;
  if (heads === null) throw new Error('The shipped pack has no heads yet; run train-heads.ts and seal.ts.');
  printMeasured(measureHeads(await readSets(), heads));
}
