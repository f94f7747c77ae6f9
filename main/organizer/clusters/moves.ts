/** Which faces of a neighbourhood change their cluster, and which clusters have nobody left then. */
import type { RegroupGroup } from './regroup.ts';

export class Moves {
  /** Where each face goes that changes its cluster; null: into none. */
  readonly all = new Map<string, string | null>();
  readonly #from = new Map<string, string | null>();
  readonly #wholes = new Map<string, ReadonlySet<string>>();
  /** For each cluster, how many of its faces go where (the cluster itself included). */
  readonly #shares = new Map<string, Map<string | null, number>>();

  constructor(groups: readonly RegroupGroup[]) {
    for (const group of groups) {
      if (group.kind === 'whole') this.#wholes.set(group.clusterId, group.faces);
      else for (const { faceId } of group.faces) this.#from.set(faceId, group.clusterId);
    }
  }

  moveFace(faceId: string, to: string | null): void {
    this.#move(faceId, this.#from.get(faceId) ?? null, to);
  }

  moveWhole(clusterId: string, to: string | null): void {
    // Most stay where they are, and may be large.
    if (to === clusterId) this.#shares.set(clusterId, new Map([[clusterId, 1]]));
    else for (const faceId of this.#wholes.get(clusterId) ?? []) this.#move(faceId, clusterId, to);
  }

  /** Clusters that lose their last face, with the cluster that most of them go to, if any. */
  emptied(): Map<string, string | null> {
    const emptied = new Map<string, string | null>();
    for (const [clusterId, shares] of this.#shares) {
      if (shares.has(clusterId)) continue;
      const [heir] = [...shares].filter(([to]) => to !== null).sort((a, b) => b[1] - a[1]);
      emptied.set(clusterId, heir?.[0] ?? null);
    }
    return emptied;
  }

  #move(faceId: string, from: string | null, to: string | null): void {
    if (from !== to) this.all.set(faceId, to);
    if (from === null) return;
    const shares = this.#shares.get(from) ?? new Map<string | null, number>();
    this.#shares.set(from, shares.set(to, (shares.get(to) ?? 0) + 1));
  }
}
