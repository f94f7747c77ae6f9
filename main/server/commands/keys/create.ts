/** `kindred keys create`: a new key, whose secret is shown this once. */
import { Command, Option } from 'commander';
import { createKey, DEFAULT_QUOTAS, type NewKeyOptions } from '../../../faceapi/api-key.ts';
import { endpoints } from '../../../faceapi/endpoints.ts';
import type { AsyncMode, Quotas } from '../../../library/api-keys.ts';
import { table } from '../../format.ts';
import { asGuest, type GuestOptions } from '../../guest.ts';
import { type KeyAnswer, keyAnswer } from './key-answer.ts';
import { pathsReader, quotasReader, readDateTime, readName, readRate, readSeconds } from './key-options.ts';

interface CreateOptions extends GuestOptions {
  readonly name: string;
  readonly account?: string;
  readonly rate?: NewKeyOptions['rate'];
  readonly expires?: number;
  readonly allow?: readonly string[];
  readonly deny?: readonly string[];
  readonly quota?: Partial<Quotas>;
  readonly idTtl?: number;
  readonly taskTtl?: number;
  readonly async?: AsyncMode;
  readonly downloads: boolean;
}

const ASYNC_MODES: readonly AsyncMode[] = ['auto', 'always', 'never'];

export function create(): Command {
  const readPaths = pathsReader(endpoints.map(({ path }) => path));
  return new Command('create')
    .description('make a key; its secret is shown only this once')
    .requiredOption('--name <name>', 'what the key is for, as lists and logs call it', readName)
    .option(
      '--account <name>',
      'whose people and groups it works with; made if there is none (default: local)',
      readName,
    )
    .option('--rate <calls/seconds>', 'most calls in a window (default: 500/10)', readRate)
    .option(
      '--expires <date-time>',
      'ISO 8601; without an offset in the time of this machine (default: never)',
      readDateTime,
    )
    .option(
      '--allow <paths>',
      'only these endpoints: paths or families (info, /face/*), with commas (default: all)',
      readPaths,
    )
    .option('--deny <paths>', 'not these endpoints, even if allowed', readPaths)
    .option('--quota <name=number,...>', `most of each: ${QUOTA_NAMES.join(', ')}`, quotasReader(QUOTA_NAMES))
    .option('--id-ttl <seconds>', 'how long ids of images and faces are good for (default: 5 days)', readSeconds)
    .option('--task-ttl <seconds>', 'how long the answer of a task can be fetched (default: 24 hours)', readSeconds)
    .addOption(new Option('--async <when>', 'answer calls later that may be (default: auto)').choices(ASYNC_MODES))
    .option('--no-downloads', 'images come as files only, never from a url')
    .option('--data <dir>', 'folder of the library')
    .option('--json', 'one JSON document')
    .action((options: CreateOptions) =>
      asGuest(options, (library, output) => {
        const { key, secret } = createKey(library, newKeyOptions(options));
        const account = library.accounts.byId(key.accountId)?.name ?? key.accountId;
        const { api_id, ...rest } = keyAnswer(key, account);
        const answer = { api_id, api_secret: secret, ...rest };
        output.result(answer, () => `${createdText(answer)}\n\n${ONLY_ONCE}`);
      }),
    );
}

const QUOTA_NAMES = Object.keys(DEFAULT_QUOTAS) as readonly (keyof Quotas)[];

const ONLY_ONCE = 'The secret is shown only this once: Kindred keeps nothing but a hash of it.';

/** From the words of the command line to those of the key. */
function newKeyOptions(options: CreateOptions): NewKeyOptions {
  const { name, account, rate, expires, allow, deny, quota, idTtl, taskTtl, async, downloads } = options;
  return {
    name,
    downloads,
    ...(account !== undefined && { account }),
    ...(rate && { rate }),
    ...(expires !== undefined && { expiresAt: expires }),
    ...(allow && { allow }),
    ...(deny && { deny }),
    ...(quota && { quotas: quota }),
    ...(idTtl !== undefined && { idLifetime: idTtl }),
    ...(taskTtl !== undefined && { taskLifetime: taskTtl }),
    ...(async && { async }),
  };
}

const createdText = (key: KeyAnswer & { readonly api_secret: string }): string =>
  table([
    ['api_id', key.api_id],
    ['api_secret', key.api_secret],
    ['name', key.name],
    ['account', key.account],
    ['rate', key.rate_limit],
    ['expires', key.expires ?? 'never'],
    ['allow', key.allow?.join(' ') ?? 'all endpoints'],
    ['deny', key.deny.length > 0 ? key.deny.join(' ') : 'none'],
    ...Object.entries(key.quota).map(([quota, most], i) => [i === 0 ? 'quota' : '', `${quota} ${most}`]),
    ['ids', `${key.id_ttl} s`],
    ['tasks', `${key.task_ttl} s`],
    ['async', key.async],
    ['downloads', key.downloads ? 'yes' : 'no'],
  ]);
