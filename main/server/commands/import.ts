/** `kindred import`: import files and folders, wait, and say what came of it. */
import { Command } from 'commander';
import { openCore } from '../../core.ts';
import { dataFolder } from '../../data-folder.ts';
import type { Library } from '../../library/library.ts';
import type { ImportProgress } from '../../organizer/import/import-job.ts';
import { EXIT } from '../exit-codes.ts';
import { count, formatSeconds } from '../format.ts';
import { openOutput } from '../output.ts';
import { openProgressBar } from '../progress-bar.ts';

interface ImportCommandOptions {
  readonly data?: string;
  readonly json?: true;
  readonly thorough?: true;
  readonly autoRotate?: true;
}

/** Failures listed in the text; the JSON has them all. */
const MOST_LISTED = 20;
const PAGE = 500;

export const importPhotos = (): Command =>
  new Command('import')
    .description('import photos and folders of photos, and wait until their people are found')
    .argument('<path...>', 'photos or folders; originals are only read')
    .option('--thorough', 'look four times instead of twice: more small faces, in more than twice the time')
    .option('--auto-rotate', 'turn photos whose faces are not upright')
    .option('--data <dir>', 'folder of the library')
    .option('--json', 'one JSON document')
    .action(async (paths: string[], options: ImportCommandOptions) => {
      const output = openOutput(options.json === true);
      const bar = openProgressBar(!output.json);
      const core = await openCore({
        data: dataFolder(options.data),
        kind: 'command',
        onNotice: ({ message }) => output.notice(message),
      });
      try {
        const began = performance.now();
        const { organizer, library } = core;
        const id = organizer.import(paths, {
          thorough: options.thorough === true,
          autoRotate: options.autoRotate === true,
        });
        core.follow((name, data) => {
          if (name !== 'import.progress' || !('secondsLeft' in data)) return;
          bar.show(data.done, data.total, data.secondsLeft === null ? '' : `${formatSeconds(data.secondsLeft)} left`);
        });
        // What is at hand is dropped, and the rest waits for the next start: this import and any that goes before it.
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void organizer.close());
        const end = await organizer.run(id);
        bar.end();
        const summary = summarize(library, end, (performance.now() - began) / 1000);
        output.result(summary, () => summaryText(summary));
        if (end.state !== 'done') process.exitCode = EXIT.failed;
        else if (summary.failures.length > 0) process.exitCode = EXIT.partly;
      } finally {
        bar.end();
        await core.close();
      }
    });

function summarize(library: Library, { jobId, state, counts }: ImportProgress, seconds: number) {
  return {
    job_id: jobId,
    state,
    photos: counts.done,
    faces: counts.faces,
    groups: library.counts().clusters,
    duplicates: counts.duplicate,
    unchanged: counts.skipped,
    failures: [...failures(library, jobId)],
    seconds: Number(seconds.toFixed(2)),
  };
}

function* failures(library: Library, jobId: string) {
  for (let after: string | null = null; ; ) {
    const page = library.importJobs.files(jobId, 'failed', after, PAGE);
    for (const { path, code, message } of page) yield { file: path, code, message };
    if (page.length < PAGE) return;
    after = page.at(-1)?.path ?? null;
  }
}

function summaryText(summary: ReturnType<typeof summarize>): string {
  const { photos, faces, groups, duplicates, unchanged, failures, seconds, state } = summary;
  const listed = failures.slice(0, MOST_LISTED).map(({ file, message }) => `  ${file}: ${message}`);
  const more = failures.length - listed.length;
  return [
    state === 'done'
      ? ''
      : `The import is ${state === 'running' ? 'interrupted; the next import goes on with it' : state}.`,
    `${count(photos, 'photo')} with ${count(faces, 'face')} imported in ${formatSeconds(seconds)}.`,
    `${count(duplicates, 'duplicate')}, ${unchanged.toLocaleString('en')} known already.`,
    `${count(groups, 'group')} of unknown faces: kindred people --unknown`,
    ...(failures.length > 0 ? [`${count(failures.length, 'file')} could not be imported:`, ...listed] : []),
    more > 0 ? `  … and ${more} more (--json lists all)` : '',
  ]
    .filter((line) => line !== '')
    .join('\n');
}
