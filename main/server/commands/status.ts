/** `kindred status`: how much there is, what is going on, and with which versions. */
import { Command } from 'commander';
import { openPack, SHIPPED_PACK } from '../../engine/pack/open-pack.ts';
import { LOCAL_ACCOUNT } from '../../library/accounts.ts';
import type { Library } from '../../library/library.ts';
import { VERSION } from '../../version.ts';
import { count, table } from '../format.ts';
import { asGuest, type GuestOptions } from '../guest.ts';

const RECENT_JOBS = 10;

export const status = (): Command =>
  new Command('status')
    .description('tell counts, jobs, versions and the model pack')
    .option('--data <dir>', 'folder of the library')
    .option('--json', 'one JSON document')
    .action((options: GuestOptions) =>
      asGuest(options, async (library, output) => {
        const { facts } = await openPack(SHIPPED_PACK);
        const answer = {
          library: library.directory,
          version: VERSION,
          node: process.versions.node,
          pack: { name: facts.name, version: facts.version, embedding_model: facts.embeddingModel },
          counts: library.counts(),
          jobs: library.importJobs.recent(LOCAL_ACCOUNT, RECENT_JOBS).map((job) => jobAnswer(library, job)),
        };
        output.result(answer, () => statusText(answer));
      }),
    );

function jobAnswer(
  library: Library,
  { id, state, roots, createdAt }: ReturnType<Library['importJobs']['recent']>[number],
) {
  return { job_id: id, state, roots, created_at: new Date(createdAt).toISOString(), ...library.importJobs.counts(id) };
}

interface Status {
  readonly library: string;
  readonly version: string;
  readonly node: string;
  readonly pack: { readonly name: string; readonly version: string };
  readonly counts: ReturnType<Library['counts']>;
  readonly jobs: readonly ReturnType<typeof jobAnswer>[];
}

function statusText({ library, version, node, pack, counts, jobs }: Status): string {
  const { photos, files, missingFiles, faces, persons, clusters, namedFaces } = counts;
  const rows = [
    ['library', library],
    [
      'photos',
      `${count(photos, 'photo')} in ${count(files, 'file')}${missingFiles > 0 ? `, ${missingFiles} missing` : ''}`,
    ],
    ['faces', `${count(faces, 'face')}, ${namedFaces.toLocaleString('en')} with a name`],
    ['people', `${count(persons, 'person', 'people')}, ${count(clusters, 'unnamed group')}`],
    ['versions', `Kindred ${version}, Node.js ${node}, model pack ${pack.name} ${pack.version}`],
    ...jobs.map((job) => [
      `import ${job.job_id.slice(0, 8)}`,
      `${job.state}: ${count(job.done, 'photo')}, ${count(job.duplicate, 'duplicate')}, ${job.failed} failed, ${job.pending} to do`,
    ]),
  ];
  return table(rows);
}
