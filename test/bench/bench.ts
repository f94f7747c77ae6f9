/** `npm run bench -- <name> [options]`: what Kindred promises in numbers, measured. Without a name it lists them. */
import process from 'node:process';
import { DataAbsent } from '../../native-models/train/data.ts';

interface Bench {
  readonly about: string;
  readonly load: () => Promise<{ run(args: string[]): Promise<void> }>;
}

const benches: Record<string, Bench> = {
  accuracy: {
    about: 'detection, recognition, landmarks, attributes, right way up, on labelled photos; fails where a bar does',
    load: () => import('./accuracy.ts'),
  },
  import: {
    about: 'photos a second from files to people, beside what decoding and models alone allow; memory, pauses',
    load: () => import('./import.ts'),
  },
  people: {
    about:
      'faces grouped and people recognized on LFW: precision, recall, BCubed F1; --all: among a thousand strangers',
    load: () => import('./people.ts'),
  },
  api: {
    about: 'the face API under load: calls a second, times, memory, beside the engine alone',
    load: () => import('./api.ts'),
  },
  vectors: {
    about: 'the nearest of 10,000 and 100,000 embeddings, beside typed arrays, usearch and sqlite-vec',
    load: () => import('./vectors.ts'),
  },
  ui: {
    about: 'the window on 100,000 photos: first grid, scrolling, People, memory; also while an import runs',
    load: () => import('./ui.ts'),
  },
  peers: {
    about: 'Kindred beside @vladmandic/human and @vladmandic/face-api: faces found, time, LFW accuracy',
    load: () => import('./peers.ts'),
  },
};

const [name, ...args] = process.argv.slice(2);
const bench = benches[name ?? ''];
if (bench === undefined) {
  console.log('npm run bench -- <name> [options]\n');
  for (const [key, { about }] of Object.entries(benches)) console.log(`  ${key.padEnd(10)} ${about}`);
  if (name !== undefined) process.exitCode = 2;
} else {
  const { run } = await bench.load();
  try {
    await run(args);
  } catch (error: unknown) {
    // A machine without the data is no failure of Kindred's.
    if (!(error instanceof DataAbsent)) throw error;
    console.log(`Not measured. ${error.message}`);
  }
}
