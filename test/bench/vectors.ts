/**
 * The ten nearest of 10,000 and of 100,000 embeddings, found exactly: Kindred's index beside a plain loop over typed arrays
 * and two libraries, in turn and in one process, one thread each.
 */
import { ExactFaceIndex } from '../../main/organizer/faces/face-index.ts';
import { installPeers } from './contest/install-peers.ts';
import { markdownTable } from './markdown-table.ts';
import { seeded, unitVector } from './random-vectors.ts';

const WIDTH = 512;
const TOP = 10;
const QUERIES = 100;
/** ms, for 100,000. */
const BAR = 40;
/** Cosines closer than this are equal: all of them add in single precision, one of them distances instead of products. */
const ROUNDING = 1e-6;

interface Contestant {
  readonly name: string;
  nearest(query: Float32Array, count: number): number[] | Promise<number[]>;
  close(): void;
}

/** What peers/vector-peers.ts exports. */
interface VectorPeers {
  usearchPeer(vectors: Float32Array, width: number): Contestant;
  sqlitePeer(vectors: Float32Array, width: number): Contestant;
}

export async function run(): Promise<void> {
  installPeers();
  // By its address: what it imports is there for the bench only, and not for the type checker.
  const peers: VectorPeers = await import(new URL('./peers/vector-peers.ts', import.meta.url).href);
  const random = seeded(1);
  const rows: Record<string, string>[] = [];
  const agreed: string[] = [];
  for (const count of [10_000, 100_000]) {
    const vectors = new Float32Array(count * WIDTH);
    for (let i = 0; i < count; i++) vectors.set(unitVector(WIDTH, random), i * WIDTH);
    // A copy for each: who came after another with the same memory found it in the processor's caches.
    const contestants: Contestant[] = [
      ...kindred(vectors, random),
      plainLoop(vectors.slice()),
      peers.usearchPeer(vectors.slice(), WIDTH),
      peers.sqlitePeer(vectors, WIDTH),
    ];
    const times = new Map(contestants.map((contestant): [Contestant, number[]] => [contestant, []]));
    let ties = 0;
    for (let i = 0; i < QUERIES; i++) {
      const query = unitVector(WIDTH, random);
      const answers: number[][] = [];
      for (const [contestant, taken] of times) {
        const begun = performance.now();
        const found = await contestant.nearest(query, TOP);
        taken.push(performance.now() - begun);
        answers.push(found);
      }
      if (!areEqual(answers.map((found) => found.map((row) => exactly(vectors, row, query))))) {
        throw new Error(`They do not agree on the nearest: ${answers.join(' | ')}`);
      }
      if (new Set(answers.map((found) => found.join())).size > 1) ties++;
    }
    agreed.push(
      `${count.toLocaleString('en')}: the same ${TOP} for all ${QUERIES} queries; ` +
        `with cosines that differ by less than ${ROUNDING} in another order: ${ties}`,
    );
    for (const [contestant, taken] of times) {
      contestant.close();
      const sorted = taken.toSorted((a, b) => a - b);
      const at = (share: number): string => (sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN).toFixed(1);
      rows.push({
        vectors: count.toLocaleString('en'),
        '': contestant.name,
        'p50 ms': at(0.5),
        'p95 ms': at(0.95),
        'max ms': at(1),
      });
    }
  }
  console.log(`${markdownTable(rows)}\n\n${agreed.join('\n')}`);
  const ours = rows.filter((row) => row.vectors === '100,000' && row['']?.startsWith('Kindred'));
  const holds = ours.every((row) => Number(row['p95 ms']) <= BAR);
  console.log(`\n100,000 within ${BAR} ms at p95: ${holds ? 'pass' : 'FAIL'}`);
}

/** Whether all answers have the cosines of the first one, place by place, and no row twice. */
function areEqual(answers: readonly (readonly number[])[]): boolean {
  const [first = []] = answers;
  return (
    first.length === TOP &&
    answers.every(
      (cosines) =>
        cosines.length === TOP &&
        new Set(cosines).size === TOP &&
        cosines.every((cosine, place) => Math.abs(cosine - (first[place] ?? Number.NaN)) < ROUNDING),
    )
  );
}

/** Cosine in double precision. */
function exactly(vectors: Float32Array, row: number, query: Float32Array): number {
  return query.reduce((sum, value, i) => sum + value * (vectors[row * WIDTH + i] ?? Number.NaN), 0);
}

/** One index, asked for a list in the order of its rows, as a library has it, and for the same faces in mixed order. */
function kindred(vectors: Float32Array, random: () => number): Contestant[] {
  const index = new ExactFaceIndex(WIDTH);
  const ids = Array.from({ length: vectors.length / WIDTH }, (_, i) => String(i));
  for (const [i, id] of ids.entries()) index.set(id, vectors.subarray(i * WIDTH, (i + 1) * WIDTH));
  const mixed = ids
    .map((id) => ({ id, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ id }) => id);
  const contestant = (name: string, listed: readonly string[]): Contestant => {
    const selection = index.selection(listed);
    return {
      name,
      nearest: async (query, count) => (await index.rank(query, selection, count)).map(({ faceId }) => Number(faceId)),
      close: () => undefined,
    };
  };
  return [contestant('Kindred, WebAssembly SIMD', ids), contestant('Kindred, the faces listed in mixed order', mixed)];
}

function plainLoop(vectors: Float32Array): Contestant {
  const scores = new Float32Array(vectors.length / WIDTH);
  return {
    name: 'a loop over typed arrays',
    nearest(query, count) {
      for (let row = 0; row < scores.length; row++) {
        let [s0, s1, s2, s3] = [0, 0, 0, 0];
        const start = row * WIDTH;
        for (let i = 0; i < WIDTH; i += 4) {
          s0 += (vectors[start + i] as number) * (query[i] as number);
          s1 += (vectors[start + i + 1] as number) * (query[i + 1] as number);
          s2 += (vectors[start + i + 2] as number) * (query[i + 2] as number);
          s3 += (vectors[start + i + 3] as number) * (query[i + 3] as number);
        }
        scores[row] = s0 + s1 + s2 + s3;
      }
      const lowest = scores.toSorted().at(-count) ?? 0;
      return Array.from(scores.keys())
        .filter((row) => (scores[row] ?? 0) >= lowest)
        .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
    },
    close: () => undefined,
  };
}
