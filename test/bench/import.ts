/**
 * How fast photos become a library, and how near that is to what decoding and models alone allow. Imports and the bare
 * limit take turns, so that whatever else the machine does meets both.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchPhotos } from './import/photos.ts';
import { bareOnce, importOnce } from './import/run.ts';
import { markdownTable } from './markdown-table.ts';
import { median } from './median.ts';

/** What has to hold. */
const LOWEST_RATIO = 0.85;
const LONGEST_PAUSE_MS = 50;

/** Options: `--rounds N` (3), `--share X` of the photos (1). */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { rounds: { type: 'string' }, share: { type: 'string' } } });
  const share = Number(values.share ?? 1);
  const photos = benchPhotos(share);
  // Both find the files in the system's cache.
  for (const path of photos) readFileSync(path);
  const imports = [];
  const bare = [];
  for (let round = 0; round < Number(values.rounds ?? 3); round++) {
    const whole = await importOnce(share);
    imports.push(whole);
    bare.push(await bareOnce(photos, whole.processes, whole.threads));
    console.error(`round ${round + 1}: ${whole.seconds.toFixed(1)} s, bare ${bare.at(-1)?.seconds.toFixed(1)} s`);
  }
  const [first] = imports;
  const [firstBare] = bare;
  if (first === undefined || firstBare === undefined) return;
  const middle = (values: readonly (number | null)[]): number => median(values.map((value) => value ?? Number.NaN));
  const seconds = middle(imports.map((one) => one.seconds));
  const bareSeconds = middle(bare.map((one) => one.seconds));
  const cpu = {
    main: middle(imports.map((one) => one.cpuSeconds.main)),
    engine: middle(imports.map((one) => total(one.cpuSeconds.engine))),
    bare: middle(bare.map((one) => one.cpuSeconds)),
  };
  const ratio = bareSeconds / seconds;
  const pause = middle(imports.map((one) => one.longestTurn.pauseMs));
  const own = middle(imports.map((one) => one.longestTurn.ownMs));
  const peaks = (numbers: readonly (number | null)[]): string =>
    numbers.map((value) => value?.toFixed(0) ?? 'unknown').join(', ');
  console.log(
    `${first.photos} photos, ${first.faces} faces, ${imports.length} rounds (medians); ` +
      `engine processes: ${first.processes}, threads in each: ${first.threads}\n`,
  );
  console.log(
    markdownTable([
      {
        '': 'import, end to end',
        s: seconds.toFixed(1),
        'photos/s': (first.photos / seconds).toFixed(2),
        'faces/s': (first.faces / seconds).toFixed(1),
        'CPU s': `${cpu.main.toFixed(1)} main + ${cpu.engine.toFixed(1)} engine`,
        'peak MiB': `${peaks([first.peakMiB.main])} main; ${peaks(first.peakMiB.engine)} engine`,
      },
      {
        '': 'bare limit',
        s: bareSeconds.toFixed(1),
        'photos/s': (photos.length / bareSeconds).toFixed(2),
        'faces/s': (firstBare.faces / bareSeconds).toFixed(1),
        'CPU s': cpu.bare.toFixed(1),
        'peak MiB': peaks(firstBare.peakMiB),
      },
    ]),
  );
  console.log(
    `\nratio to the bare limit: ${ratio.toFixed(3)} (>= ${LOWEST_RATIO}: ${verdict(ratio >= LOWEST_RATIO)}); ` +
      // A process of many threads gets more of a machine that others use as well.
      `in processor time, the truer figure on a busy machine: ${(cpu.bare / (cpu.main + cpu.engine)).toFixed(3)}` +
      `\nlongest pause of the main process: ${pause.toFixed(1)} ms (< ${LONGEST_PAUSE_MS}: ${verdict(pause < LONGEST_PAUSE_MS)}); ` +
      `without waiting for a core that others had: ${own.toFixed(1)} ms`,
  );
}

const verdict = (holds: boolean): string => (holds ? 'pass' : 'FAIL');

const total = (values: readonly (number | null)[]): number | null =>
  values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0);
