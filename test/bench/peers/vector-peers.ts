/** Other ways to find the nearest vectors exactly: usearch's and sqlite-vec's, each as its own documentation has it. */
import Database from 'better-sqlite3';
import { getLoadablePath } from 'sqlite-vec';
import { exactSearch, MetricKind } from 'usearch';

export interface VectorPeer {
  readonly name: string;
  /** Numbers of the nearest, best first. */
  nearest(query: Float32Array, count: number): number[];
  close(): void;
}

/** @param vectors one after the other, each of `width` floats and of length 1 */
export function usearchPeer(vectors: Float32Array, width: number): VectorPeer {
  return {
    name: 'usearch 2.26, exactSearch',
    nearest: (query, count) => {
      const { keys } = exactSearch(vectors, query, width, count, MetricKind.IP, 1) as { keys: BigUint64Array };
      return Array.from(keys, Number);
    },
    close: () => undefined,
  };
}

/** @param vectors one after the other, each of `width` floats and of length 1, so that the nearest are the most alike */
export function sqlitePeer(vectors: Float32Array, width: number): VectorPeer {
  const db = new Database(':memory:');
  db.loadExtension(getLoadablePath());
  db.exec(`CREATE VIRTUAL TABLE face USING vec0 (embedding float[${width}])`);
  const insert = db.prepare('INSERT INTO face (rowid, embedding) VALUES (?, ?)');
  db.transaction(() => {
    for (let i = 0; i * width < vectors.length; i++) {
      insert.run(BigInt(i), vectors.subarray(i * width, (i + 1) * width));
    }
  })();
  const nearest = db.prepare('SELECT rowid FROM face WHERE embedding MATCH ? AND k = ? ORDER BY distance').pluck();
  return {
    name: 'sqlite-vec 0.1.9, vec0, in memory',
    nearest: (query, count) => nearest.all(query, count).map(Number),
    close: () => db.close(),
  };
}
