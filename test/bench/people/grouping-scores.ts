/** How well a grouping of photos agrees with who is on them. */

/** One photo: who is on it, and which group it was put into. */
export interface Placed {
  readonly person: string;
  readonly group: string;
}

export interface GroupingScores {
  /** Of all pairs of photos in one group, the share that shows one person. */
  readonly precision: number;
  /** Of all pairs of photos of one person, the share that is in one group. */
  readonly recall: number;
  /** BCubed F1 (Bagga & Baldwin 1998): precision and recall averaged over photos, so that large groups do not rule. */
  readonly bCubed: number;
  readonly groups: number;
}

export function groupingScores(placed: readonly Placed[]): GroupingScores {
  const groups = tally(placed.map(({ group }) => group));
  const persons = tally(placed.map(({ person }) => person));
  const together = tally(placed.map(({ person, group }) => `${person}\n${group}`));
  const rightPairs = sum(together.values().map(pairs));
  const shares = placed.map(({ person, group }) => {
    const shared = together.get(`${person}\n${group}`) ?? 0;
    return { precision: shared / (groups.get(group) ?? 1), recall: shared / (persons.get(person) ?? 1) };
  });
  const precision = sum(shares.map((share) => share.precision)) / placed.length;
  const recall = sum(shares.map((share) => share.recall)) / placed.length;
  return {
    precision: rightPairs / sum(groups.values().map(pairs)),
    recall: rightPairs / sum(persons.values().map(pairs)),
    bCubed: (2 * precision * recall) / (precision + recall),
    groups: groups.size,
  };
}

function tally(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

const pairs = (count: number): number => (count * (count - 1)) / 2;

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
