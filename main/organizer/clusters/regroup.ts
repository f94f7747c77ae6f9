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
  /** Poor faces may join it. */
  readonly clear: boolean;
  /** May be no face at all. */
  readonly doubtful: boolean;
  readonly embedding: Float32Array;
}

/** A group that stays together. */
export interface WholeGroup {
  readonly kind: 'whole';
  readonly clusterId: string;
  /** Touched by a user, or hidden: two of them are never joined. */
  readonly fixed: boolean;
  /** Whether one of its faces is clear. */
  readonly clear: boolean;
  readonly faces: ReadonlySet<string>;
  readonly photos: ReadonlyMap<string, unknown>;
  /** Of the good faces: sum of their embeddings, and their number. */
  readonly sum: Float32Array;
  readonly count: number;
}

/** A group, or a loose face (no cluster), that may be taken apart. */
export interface OpenGroup {
  readonly kind: 'open';
  readonly clusterId: string | null;
  readonly faces: readonly RegroupFace[];
}

export type RegroupGroup = WholeGroup | OpenGroup;

/** A group as it is to be. */
export interface PlannedGroup {
  /** The cluster it goes on as; null when it is new, or a face alone. */
  readonly clusterId: string | null;
  /** Faces of open groups that belong here. */
  readonly faceIds: readonly string[];
  /** Whole groups that belong here, the cluster itself among them if it is one. */
  readonly wholeIds: readonly string[];
}

/** The faces that a user has said are not of a cluster. */
export type Rejecters = (clusterId: string) => ReadonlySet<string>;

/** A poor face that was accepted once is not lost to a hair's breadth. */
const STAYING_BONUS = 0.05;
/**
 * What may be no face has to be so much more alike. On LFW with the crowds of WIDER FACE it takes .1 % of the recall, and
 * leaves no group of ears and hands with more than four of them, instead of eleven.
 */
const DOUBT = 0.1;

/** What must stay together: one good face, or a group left whole. */
interface Block extends Atom {
  readonly clusterId: string | null;
  readonly whole: WholeGroup | null;
  readonly face: RegroupFace | null;
  readonly photos: ReadonlyMap<string, unknown>;
}

interface JoinedSet {
  clusterId: string | null;
  readonly blocks: readonly Block[];
  readonly poor: RegroupFace[];
  readonly sum: Float32Array;
  readonly count: number;
}

/**
 * @param groups    the neighbourhood, the new face among them
 * @param threshold lowest average cosine within a group
 * @returns every face of the open groups in exactly one planned group
 */
export function regroup(groups: readonly RegroupGroup[], threshold: number, rejecters: Rejecters): PlannedGroup[] {
  const blocks = groups.flatMap(toBlocks);
  const apart = (a: number, b: number): boolean => {
    const [one, other] = [blocks[a], blocks[b]];
    if (!one || !other) return true;
    if (one.whole?.fixed && other.whole?.fixed) return true;
    return meet(one.photos, other.photos) || rejects(one, other, rejecters) || rejects(other, one, rejecters);
  };
  const sets = averageLinkage(blocks, threshold, apart).map((set) =>
    toSet(set.flatMap((index) => blocks[index] ?? [])),
  );
  giveIdentities(sets);
  for (const group of groups) {
    if (group.kind === 'whole') continue;
    for (const face of group.faces) if (face.poor) joinBest(face, group.clusterId, sets, threshold, rejecters);
  }
  return sets.map(toPlan);
}

function toBlocks(group: RegroupGroup): Block[] {
  const { clusterId } = group;
  if (group.kind === 'whole') {
    return [{ clusterId, whole: group, face: null, photos: group.photos, sum: group.sum, count: group.count }];
  }
  const good = group.faces.filter((face) => !face.poor);
  return good.map((face) => ({
    clusterId,
    whole: null,
    face,
    photos: new Map([[face.imageId, 1]]),
    sum: face.embedding,
    count: 1,
  }));
}

/** Whether a face of one is known not to belong to the other's cluster. */
function rejects(one: Block, other: Block, rejecters: Rejecters): boolean {
  if (other.clusterId === null) return false;
  const out = rejecters(other.clusterId);
  if (out.size === 0) return false;
  return one.face ? out.has(one.face.faceId) : [...out].some((faceId) => one.whole?.faces.has(faceId));
}

function toSet(blocks: readonly Block[]): JoinedSet {
  const width = blocks[0]?.sum.length ?? 0;
  const sum = new Float32Array(width);
  for (const block of blocks) for (let i = 0; i < width; i++) sum[i] = (sum[i] ?? 0) + (block.sum[i] ?? 0);
  const count = blocks.reduce((total, block) => total + block.count, 0);
  return { clusterId: null, blocks, poor: [], sum, count };
}

const size = (set: JoinedSet): number => set.count + set.poor.length;

/** A cluster goes on as the set that has most of it; what is left whole keeps its name before all others. */
function giveIdentities(sets: readonly JoinedSet[]): void {
  const claims = sets.flatMap((set) => {
    const faces = new Map<string, number>();
    for (const { clusterId, whole, count } of set.blocks) {
      if (clusterId === null) continue;
      const weight = whole?.fixed ? Number.POSITIVE_INFINITY : count;
      faces.set(clusterId, (faces.get(clusterId) ?? 0) + weight);
    }
    return [...faces].map(([clusterId, weight]) => ({ set, clusterId, weight }));
  });
  const taken = new Set<string>();
  // Of two equal claims the larger set's is heard first: a pair goes on rather than a face left alone.
  for (const { set, clusterId } of claims.sort((a, b) => b.weight - a.weight || size(b.set) - size(a.set))) {
    if (set.clusterId !== null || taken.has(clusterId)) continue;
    if (set.count < 2 && !set.blocks.some((block) => block.whole)) continue;
    set.clusterId = clusterId;
    taken.add(clusterId);
  }
}

function joinBest(
  face: RegroupFace,
  from: string | null,
  sets: JoinedSet[],
  threshold: number,
  rejecters: Rejecters,
): void {
  const fits = (set: JoinedSet): boolean =>
    // With a single face it would found a group, which poor faces do not.
    set.count > 1 &&
    set.blocks.some(({ face: member, whole }) => member?.clear || whole?.clear) &&
    !set.poor.some((other) => other.imageId === face.imageId) &&
    !set.blocks.some((block) => block.photos.has(face.imageId)) &&
    !set.blocks.some(({ clusterId }) => clusterId !== null && rejecters(clusterId).has(face.faceId));
  let best: { set: JoinedSet; cosine: number } | null = null;
  for (const set of sets) {
    const cosine = set.count > 0 ? dot(face.embedding, set.sum) / set.count : -1;
    const bonus = from !== null && set.clusterId === from ? STAYING_BONUS : 0;
    const needed = threshold + (face.doubtful ? DOUBT : 0);
    if (cosine + bonus >= needed && cosine > (best?.cosine ?? -1) && fits(set)) best = { set, cosine };
  }
  if (best) best.set.poor.push(face);
  else sets.push({ clusterId: null, blocks: [], poor: [face], sum: face.embedding, count: 0 });
}

function toPlan({ clusterId, blocks, poor }: JoinedSet): PlannedGroup {
  const faces = [...blocks.map((block) => block.face), ...poor].filter((face) => face !== null);
  return {
    clusterId,
    faceIds: faces.map((face) => face.faceId),
    wholeIds: blocks.flatMap((block) => block.whole?.clusterId ?? []),
  };
}

function meet(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  return few.keys().some((photo) => many.has(photo));
}
