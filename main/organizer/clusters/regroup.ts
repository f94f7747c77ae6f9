/**
 * Groups unknown faces anew within one neighbourhood: the groups that a new face is near to are taken apart and joined
 * again by average linkage, so that the result hardly depends on the order in which faces came. Pure: what is to change
 * comes out as a plan.
 *
 * Left whole, so that faces may join but none is moved: groups that a user has touched, hidden groups, and large ones,
 * which are settled and would cost most.
 */
import { dot } from '../faces/vector-table.ts';
import { type Atom, averageLinkage } from './average-linkage.ts';

export interface RegroupFace {
  readonly faceId: string;
  readonly imageId: string;
  /** May join a group but not shape it. */
  readonly poor: boolean;
  readonly embedding: Float32Array;
}

export interface RegroupGroup {
  /** Null for a loose face. */
  readonly clusterId: string | null;
  /** Touched by a user, or hidden: never taken apart, and two of them are never joined. */
  readonly fixed: boolean;
  readonly faces: readonly RegroupFace[];
  /** Of the good faces: sum of their embeddings, and their number. */
  readonly sum: Float32Array;
  readonly count: number;
}

/** A group as it is to be. */
export interface PlannedGroup {
  /** The cluster it goes on as; null when it is new, or a face alone. */
  readonly clusterId: string | null;
  readonly faceIds: readonly string[];
}

/** Larger groups are settled; they join and are joined as a whole. */
export const LARGEST_TAKEN_APART = 64;
/** A poor face that was accepted once is not lost to a hair's breadth. */
const STAYING_BONUS = 0.05;

/** What must stay together: a face, or a group left whole. */
interface Block extends Atom {
  readonly clusterId: string | null;
  readonly fixed: boolean;
  readonly whole: boolean;
  readonly faces: readonly RegroupFace[];
}

/**
 * @param groups    the neighbourhood, nearest first, the new face among them
 * @param threshold lowest average cosine within a group
 * @param rejected  whether a user has said that this face is not of that cluster
 * @returns every face of the neighbourhood in exactly one planned group; only groups left whole that have no good face
 *          are not mentioned, since nothing can be said of them
 */
export function regroup(
  groups: readonly RegroupGroup[],
  threshold: number,
  rejected: (faceId: string, clusterId: string) => boolean,
): PlannedGroup[] {
  const blocks = groups.flatMap(toBlocks);
  const images = blocks.map((block) => new Set(block.faces.map((face) => face.imageId)));
  const apart = (a: number, b: number): boolean => {
    const [one, other] = [blocks[a], blocks[b]];
    if (!one || !other) return true;
    return (one.fixed && other.fixed) || share(images[a], images[b]) || rejects(one, other) || rejects(other, one);
  };
  const rejects = (one: Block, other: Block): boolean => {
    const { clusterId } = other;
    return clusterId !== null && one.faces.some((face) => rejected(face.faceId, clusterId));
  };
  const sets = averageLinkage(blocks, threshold, apart).map((set) =>
    toSet(set.flatMap((index) => blocks[index] ?? [])),
  );
  giveIdentities(sets);
  for (const face of groups.flatMap(poorToPlace)) joinBest(face, sets, threshold, rejected);
  return sets.map(({ clusterId, faces }) => ({ clusterId, faceIds: faces.map((face) => face.faceId) }));
}

const isWhole = ({ fixed, faces }: RegroupGroup): boolean => fixed || faces.length > LARGEST_TAKEN_APART;

function toBlocks(group: RegroupGroup): Block[] {
  const { clusterId, fixed, faces, sum, count } = group;
  if (isWhole(group)) return count > 0 ? [{ clusterId, fixed, whole: true, faces, sum, count }] : [];
  const good = faces.filter((face) => !face.poor);
  return good.map((face) => ({ clusterId, fixed, whole: false, faces: [face], sum: face.embedding, count: 1 }));
}

/** Poor faces of groups that were taken apart, and loose ones: they go where they fit best. */
function poorToPlace(group: RegroupGroup): { face: RegroupFace; from: string | null }[] {
  if (isWhole(group)) return [];
  return group.faces.filter((face) => face.poor).map((face) => ({ face, from: group.clusterId }));
}

interface JoinedSet {
  clusterId: string | null;
  readonly blocks: readonly Block[];
  readonly faces: RegroupFace[];
  readonly sum: Float32Array;
  readonly count: number;
}

function toSet(blocks: readonly Block[]): JoinedSet {
  const width = blocks[0]?.sum.length ?? 0;
  const sum = new Float32Array(width);
  for (const block of blocks) for (let i = 0; i < width; i++) sum[i] = (sum[i] ?? 0) + (block.sum[i] ?? 0);
  const count = blocks.reduce((total, block) => total + block.count, 0);
  return { clusterId: null, blocks, faces: blocks.flatMap((block) => block.faces), sum, count };
}

/** A cluster goes on as the set that has most of it; a group left whole keeps its name before all others. */
function giveIdentities(sets: readonly JoinedSet[]): void {
  const claims = sets.flatMap((set) => {
    const faces = new Map<string, number>();
    for (const { clusterId, whole, fixed, count } of set.blocks) {
      if (clusterId === null) continue;
      const weight = fixed ? Number.POSITIVE_INFINITY : whole ? count * LARGEST_TAKEN_APART : count;
      faces.set(clusterId, (faces.get(clusterId) ?? 0) + weight);
    }
    return [...faces].map(([clusterId, weight]) => ({ set, clusterId, weight }));
  });
  const taken = new Set<string>();
  // Of two equal claims the larger set's is heard first: a pair goes on rather than a face left alone.
  for (const claim of claims.sort((a, b) => b.weight - a.weight || b.set.faces.length - a.set.faces.length)) {
    const { set, clusterId } = claim;
    if (set.clusterId !== null || taken.has(clusterId)) continue;
    if (set.faces.length < 2 && !set.blocks.some((block) => block.whole)) continue;
    set.clusterId = clusterId;
    taken.add(clusterId);
  }
}

function joinBest(
  { face, from }: { face: RegroupFace; from: string | null },
  sets: JoinedSet[],
  threshold: number,
  rejected: (faceId: string, clusterId: string) => boolean,
): void {
  const fits = (set: JoinedSet): boolean => {
    // With a single face it would found a group, which poor faces do not.
    if (set.count < 2 && set.clusterId === null) return false;
    if (set.faces.some((other) => other.imageId === face.imageId)) return false;
    return set.blocks.every(({ clusterId }) => clusterId === null || !rejected(face.faceId, clusterId));
  };
  const needed = (set: JoinedSet): number =>
    from !== null && set.clusterId === from ? threshold - STAYING_BONUS : threshold;
  let best: { set: JoinedSet; cosine: number } | null = null;
  for (const set of sets) {
    const cosine = set.count > 0 ? dot(face.embedding, set.sum) / set.count : -1;
    if (cosine >= needed(set) && cosine > (best?.cosine ?? -1) && fits(set)) best = { set, cosine };
  }
  if (best) best.set.faces.push(face);
  else sets.push({ clusterId: null, blocks: [], faces: [face], sum: face.embedding, count: 0 });
}

function share(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): boolean {
  if (!a || !b) return false;
  return a.size <= b.size ? !a.isDisjointFrom(b) : !b.isDisjointFrom(a);
}
