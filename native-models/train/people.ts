/**
 * Splitting without knowing who is who: portraits that the embedding takes for one person stay on one side. Cosine 0.5
 * is far above the model's threshold for one false match in 100,000, so strangers are hardly ever tied together, and
 * repeated photos of one person hardly ever torn apart. Infants are the exception: to the embedding they all look alike,
 * and chains of them would put hundreds on one side; a crowd is therefore taken apart at a stricter cosine.
 */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { similarity } from '../../main/engine/embed.ts';

/** Cosines from which two portraits are one person: the next is for groups that the one before made a crowd of. */
const SAME_PERSON = [0.5, 0.65, 0.8] as const;
/** No set here has as many portraits of one person. */
const CROWD = 20;
/** Share of the people whose portraits no head ever learns from. */
const HELD_OUT = 0.3;

interface Seen {
  readonly path: string;
  readonly embedding: Float32Array;
}

/** A number for each portrait, the same for all portraits of one person: the index of the first of them. */
export function groupByPerson(portraits: readonly Seen[]): number[] {
  const groups = portraits.map((_, i) => i);
  const divide = (members: readonly number[], level: number): void => {
    const threshold = SAME_PERSON[level];
    if (threshold === undefined) return;
    for (const group of connected(members, portraits, threshold)) {
      for (const member of group) groups[member] = group[0] ?? member;
      if (group.length > CROWD) divide(group, level + 1);
    }
  };
  divide(groups.slice(), 0);
  return groups;
}

/** Members tied together directly or through others, each group in the order of its members. */
function connected(members: readonly number[], portraits: readonly Seen[], threshold: number): number[][] {
  const groups: number[][] = [];
  const left = new Set(members);
  for (const first of members) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const member of group) {
      for (const other of left) {
        if (cosine(portraits[member], portraits[other]) > threshold) {
          left.delete(other);
          group.push(other);
        }
      }
    }
    groups.push(group.toSorted((a, b) => a - b));
  }
  return groups;
}

const cosine = (a: Seen | undefined, b: Seen | undefined): number =>
  a && b ? similarity(a.embedding, b.embedding) : 0;

/** The same split at every run: by the name of a person's first portrait. */
export function splitByPerson<Portrait extends Seen>(portraits: readonly Portrait[]) {
  const groups = groupByPerson(portraits);
  const heldOut = (group: number): boolean => {
    const digest = createHash('sha256')
      .update(basename(portraits[group]?.path ?? ''))
      .digest();
    return digest.readUInt32BE() / 2 ** 32 < HELD_OUT;
  };
  const marked = portraits.map((portrait, i) => ({ portrait, group: groups[i] ?? i }));
  return {
    training: marked.filter(({ group }) => !heldOut(group)),
    heldOut: marked.filter(({ group }) => heldOut(group)).map(({ portrait }) => portrait),
  };
}
