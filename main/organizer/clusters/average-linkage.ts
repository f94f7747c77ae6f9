/**
 * Average linkage: agglomerative clustering in which two sets are as alike as their members are on average, and the most
 * alike are joined first until none are alike enough (Sokal & Michener 1958; update after Lance & Williams 1967).
 *
 * Why this one: a set of faces is joined only when the whole of it agrees, so that one look-alike does not glue two
 * people, and the result does not depend on the order in which faces came.
 */
import { dot } from '../faces/vector-table.ts';

/** Something to be joined: one face, or a set that must stay together. */
export interface Atom {
  /** Sum of the members' normalised embeddings. */
  readonly sum: Float32Array;
  /** Number of members, >= 1. */
  readonly count: number;
}

/**
 * Join atoms into sets.
 *
 * @param atoms     n of them; time grows with n², so keep n to some hundreds
 * @param threshold lowest average cosine between two sets that are joined
 * @param apart     whether two atoms must never be in one set; symmetric
 * @returns the sets as lists of atom indexes, each ascending
 */
export function averageLinkage(
  atoms: readonly Atom[],
  threshold: number,
  apart: (a: number, b: number) => boolean,
): number[][] {
  const n = atoms.length;
  const alike = new Float64Array(n * n).fill(Number.NEGATIVE_INFINITY);
  const counts = atoms.map((atom) => atom.count);
  const sets: (number[] | null)[] = atoms.map((_, index) => [index]);

  const likeness = (a: number, b: number): number => alike[a * n + b] ?? Number.NEGATIVE_INFINITY;
  const setLikeness = (a: number, b: number, value: number): void => {
    alike[a * n + b] = value;
    alike[b * n + a] = value;
  };
  atoms.forEach((a, i) => {
    for (let j = 0; j < i; j++) {
      const b = atoms[j];
      if (b !== undefined && !apart(i, j)) setLikeness(i, j, dot(a.sum, b.sum) / (a.count * b.count));
    }
  });

  // The nearest of each set is remembered, so that a join costs n looks instead of n².
  const nearest = new Int32Array(n);
  const findNearest = (a: number): void => {
    let best = -1;
    for (let b = 0; b < n; b++) {
      if (b !== a && sets[b] !== null && (best < 0 || likeness(a, b) > likeness(a, best))) best = b;
    }
    nearest[a] = best;
  };
  for (let a = 0; a < n; a++) findNearest(a);
  const nearestOf = (a: number): number => nearest[a] ?? -1;

  for (;;) {
    let into = -1;
    for (let a = 0; a < n; a++) {
      if (sets[a] === null || nearestOf(a) < 0) continue;
      if (into < 0 || likeness(a, nearestOf(a)) > likeness(into, nearestOf(into))) into = a;
    }
    if (into < 0) break;
    const from = nearestOf(into);
    const kept = sets[into];
    const joined = sets[from];
    if (!kept || !joined || likeness(into, from) < threshold) break;

    const keptCount = counts[into] ?? 0;
    const joinedCount = counts[from] ?? 0;
    for (let other = 0; other < n; other++) {
      if (other === into || other === from || sets[other] === null) continue;
      // -Infinity on either side stays -Infinity: who is apart from a member is apart from the set.
      const weighted = keptCount * likeness(into, other) + joinedCount * likeness(from, other);
      setLikeness(into, other, weighted / (keptCount + joinedCount));
    }
    counts[into] = keptCount + joinedCount;
    kept.push(...joined);
    sets[from] = null;

    findNearest(into);
    for (let other = 0; other < n; other++) {
      if (other === into || sets[other] === null) continue;
      if (nearestOf(other) === into || nearestOf(other) === from) findNearest(other);
      else if (likeness(other, into) > likeness(other, nearestOf(other))) nearest[other] = into;
    }
  }
  return sets.filter((set) => set !== null).map((set) => set.sort((a, b) => a - b));
}
