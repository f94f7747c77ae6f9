/**
 * What each head learns from and is measured on. Every set is split so that no person is on both sides: the heads never
 * see the held-out people, the benchmark sees only them.
 */
import { extractFeatures, type Sample } from './features.ts';
import type { Lesson } from './fit-head.ts';
import { splitByPerson } from './people.ts';
import { celeba, type Portrait, scut, smiles, utk } from './portraits.ts';

interface Split<Labels> {
  readonly training: readonly { readonly portrait: Sample<Labels>; readonly group: number }[];
  readonly heldOut: readonly Sample<Labels>[];
}

async function split<Labels>(set: string, portraits: Portrait<Labels>[]): Promise<Split<Labels>> {
  return splitByPerson(await extractFeatures(set, portraits));
}

export async function readSets() {
  return {
    celeba: await split('celeba', celeba()),
    scut: await split('scut', scut()),
    utk: await split('utk', utk()),
    smiles: await split('smiles', smiles()),
  };
}

export type Sets = Awaited<ReturnType<typeof readSets>>;

/** Lessons of one set: `target` says what a portrait should give, or null to leave it out. */
export function lessons<Labels>(
  { training }: Split<Labels>,
  target: (labels: Labels) => number | null,
  weight: (labels: Labels) => number = () => 1,
): Lesson[] {
  return training.flatMap(({ portrait, group }) => {
    const wanted = target(portrait.labels);
    return wanted === null ? [] : [{ sample: portrait, group, target: wanted, weight: weight(portrait.labels) }];
  });
}

/** The same lessons with yes and no counting alike in total, for a label that is rare. */
export function balanced(of: readonly Lesson[]): Lesson[] {
  const yes = of.filter(({ target }) => target > 0).length;
  const share = (target: number): number => of.length / 2 / (target > 0 ? yes : of.length - yes);
  return of.map((lesson) => ({ ...lesson, weight: (lesson.weight ?? 1) * share(lesson.target) }));
}

/** Targets of a yes-or-no head. */
export const sign = (yes: boolean): number => (yes ? 1 : -1);
