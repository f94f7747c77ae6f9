/**
 * Grouping: puts unknown faces into clusters as they arrive. Each new face is compared with every group; the few it is
 * near to are grouped anew together with it (regroup.ts), in one short transaction.
 */
import type { Calibration } from '../../engine/confidence.ts';
import { cosineForConfidence } from '../../engine/confidence.ts';
import type { Library } from '../../library/library.ts';
import type { Gallery, GalleryFace } from '../faces/gallery.ts';
import { isClear, isDoubtful, isPoor } from '../faces/how-usable.ts';
import { dot } from '../faces/vector-table.ts';
import { inSlices } from '../in-slices.ts';
import { Moves } from './moves.ts';
import { type PlannedGroup, type RegroupGroup, type Rejecters, regroup } from './regroup.ts';
import { type UnknownGroup, UnknownGroups } from './unknown-groups.ts';

export interface GroupingOptions {
  readonly library: Library;
  readonly gallery: Gallery;
  /** Length of the embeddings. */
  readonly width: number;
  readonly calibration: Calibration;
  /** Whose faces are grouped. */
  readonly accountId: string;
  /** Faces that are to be in no group. */
  readonly isTooSmall: (face: GalleryFace) => boolean;
}

/**
 * Average confidence within a group while there are few strangers, measured on LFW (test/bench/README.md). The more
 * groups there are, the more look-alikes a face meets by chance: each tenfold asks for one step of the confidence scale,
 * which is a tenth of the false matches.
 */
const CONFIDENCE = 0.75;
const FEW_GROUPS = 2000;
const STEP_PER_TENFOLD = 0.1;
const HIGHEST_CONFIDENCE = 0.85;

/** Groups this much below the threshold are looked at again as well: with the new face they may come together. */
const NEIGHBOURHOOD = 0.05;
/** Larger groups are settled; they join and are joined as a whole. */
const LARGEST_TAKEN_APART = 64;
/** Faces and groups left whole in one neighbourhood: 10 ms at worst. */
const LARGEST_NEIGHBOURHOOD = 128;
/** Faces compared in one walk over all groups. */
const BATCH = 8;

/** Faces that were in a group and are in none now. */
type Released = readonly string[];

export class Grouping {
  readonly #options: GroupingOptions;
  readonly #groups: UnknownGroups;

  constructor(options: GroupingOptions) {
    this.#options = options;
    this.#groups = new UnknownGroups(options.gallery, options.width, options.accountId);
  }

  /** Lowest average cosine within a group, for as many groups as there are now. */
  get threshold(): number {
    const tenfolds = Math.max(0, Math.log10(this.#groups.size / FEW_GROUPS));
    const wanted = Math.min(HIGHEST_CONFIDENCE, CONFIDENCE + STEP_PER_TENFOLD * tenfolds);
    return cosineForConfidence(wanted, this.#options.calibration);
  }

  /** Finds a group for each of these faces; those that are no longer loose are left where they are. */
  async place(faceIds: readonly string[]): Promise<Released> {
    const released: string[] = [];
    for (let first = 0; first < faceIds.length; first += BATCH) {
      released.push(...(await this.#placeBatch(faceIds.slice(first, first + BATCH))));
    }
    return released;
  }

  async #placeBatch(faceIds: readonly string[]): Promise<Released> {
    const { gallery } = this.#options;
    const loose = faceIds.filter((faceId) => this.#groups.get(faceId)?.loose && !this.#isTooSmall(faceId));
    const queries = loose.map((faceId) => gallery.embedding(faceId)?.slice() ?? new Float32Array());
    const threshold = this.threshold;
    const near = await inSlices(this.#groups.near(queries, threshold - NEIGHBOURHOOD));
    // What the batch itself changes is near to be seen as well.
    const changed = new Set<string>();
    return inSlices(this.#placeEach(loose, near, threshold, changed));
  }

  *#placeEach(
    faceIds: readonly string[],
    near: readonly (readonly string[])[],
    threshold: number,
    changed: Set<string>,
  ): Generator<void, Released> {
    const released: string[] = [];
    for (const [query, faceId] of faceIds.entries()) {
      released.push(...this.#placeOne(faceId, new Set([...(near[query] ?? []), ...changed]), threshold, changed));
      yield;
    }
    return released;
  }

  /** Nothing waits in here: what is read is still true when it is written. */
  #placeOne(faceId: string, candidates: ReadonlySet<string>, threshold: number, changed: Set<string>): Released {
    const { gallery, library } = this.#options;
    const fresh = this.#groups.get(faceId);
    const embedding = gallery.embedding(faceId);
    if (!fresh?.loose || !embedding) return [];
    const neighbours = this.#neighbourhood(fresh, embedding, candidates, threshold);
    if (neighbours.length < 2) {
      changed.add(faceId);
      return [];
    }
    const groups = this.#describe(neighbours);
    const plan = regroup(groups, threshold, this.#rejecters(groups));
    const released = library.transaction(() => this.#write(groups, plan));
    gallery.follow();
    for (const id of plan.flatMap((group) => [...group.faceIds, ...group.wholeIds])) {
      changed.add(gallery.face(id)?.clusterId ?? id);
    }
    return released;
  }

  #neighbourhood(
    fresh: UnknownGroup,
    embedding: Float32Array,
    candidates: ReadonlySet<string>,
    threshold: number,
  ): UnknownGroup[] {
    const near = [...candidates]
      .map((id) => this.#groups.get(id))
      .filter((group) => group !== undefined)
      .filter((group) => group.id !== fresh.id && !(group.loose && this.#isTooSmall(group.id)))
      .map((group) => ({ group, cosine: dot(embedding, group.sum) / group.count }))
      .filter(({ cosine }) => cosine >= threshold - NEIGHBOURHOOD)
      .sort((a, b) => b.cosine - a.cosine || (a.group.id < b.group.id ? -1 : 1));
    const taken = [fresh];
    let size = 1;
    for (const { group } of near) {
      const needed = isLarge(group) ? 1 : group.faces.size;
      if (size + needed > LARGEST_NEIGHBOURHOOD) continue;
      size += needed;
      taken.push(group);
    }
    return taken;
  }

  #isTooSmall(faceId: string): boolean {
    const face = this.#options.gallery.face(faceId);
    return face !== undefined && this.#options.isTooSmall(face);
  }

  #describe(groups: readonly UnknownGroup[]): RegroupGroup[] {
    const { library, gallery } = this.#options;
    const clusters = library.clusters.byIds(groups.filter((group) => !group.loose).map((group) => group.id));
    const hidden = new Set(clusters.filter((cluster) => cluster.hiddenAt !== null).map((cluster) => cluster.id));
    return groups.map((group) => {
      const { id: clusterId, loose, faces, photos, sum, count } = group;
      const fixed = !loose && (group.confirmed > 0 || hidden.has(clusterId));
      const members = [...faces].map((faceId) => gallery.face(faceId)).filter((face) => face !== undefined);
      if (fixed || isLarge(group)) {
        return { kind: 'whole', clusterId, fixed, clear: members.some(isClear), faces, photos, sum, count };
      }
      return {
        kind: 'open',
        clusterId: loose ? null : clusterId,
        faces: members.map((face) => ({
          faceId: face.faceId,
          imageId: face.imageId,
          poor: isPoor(face),
          clear: isClear(face),
          doubtful: isDoubtful(face),
          embedding: gallery.embedding(face.faceId) ?? new Float32Array(),
        })),
      };
    });
  }

  #rejecters(groups: readonly RegroupGroup[]): Rejecters {
    const clusterIds = groups.flatMap((group) => group.clusterId ?? []);
    const said = Map.groupBy(this.#options.library.rejections.ofClusters(clusterIds), (rejection) => rejection.notId);
    return (clusterId) => new Set(said.get(clusterId)?.map((rejection) => rejection.faceId));
  }

  /** Only faces whose cluster changes are written. */
  #write(groups: readonly RegroupGroup[], plan: readonly PlannedGroup[]): Released {
    const { library } = this.#options;
    const moves = new Moves(groups);
    for (const planned of plan) {
      const target = this.#target(planned);
      for (const faceId of planned.faceIds) moves.moveFace(faceId, target);
      for (const wholeId of planned.wholeIds) moves.moveWhole(wholeId, target);
    }
    if (moves.all.size === 0) return [];
    // Out first: in between, no cluster may have two faces of one photo.
    library.clusters.release([...moves.all.keys()]);
    library.clusters.assign(
      [...moves.all].flatMap(([faceId, clusterId]) =>
        clusterId === null ? [] : [{ faceId, clusterId, how: 'automatic' }],
      ),
    );
    for (const [emptied, heir] of moves.emptied()) {
      // "Not in this group" holds for the group that it has become part of.
      if (heir !== null) library.rejections.carryClusters([emptied], heir);
      library.clusters.remove([emptied]);
    }
    return [...moves.all].filter(([, clusterId]) => clusterId === null).map(([faceId]) => faceId);
  }

  /** The cluster that a planned group is or becomes; null for a face alone. */
  #target({ clusterId, faceIds, wholeIds }: PlannedGroup): string | null {
    if (clusterId !== null) return clusterId;
    const alone = faceIds.length < 2 && wholeIds.length === 0;
    return alone ? null : this.#options.library.clusters.create(this.#options.accountId);
  }
}

/** Settled: joins and is joined as a whole. */
const isLarge = (group: UnknownGroup): boolean => group.faces.size > LARGEST_TAKEN_APART;
