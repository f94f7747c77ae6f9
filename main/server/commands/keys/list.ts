/** `kindred keys list`: all keys there ever were, without their secrets, which nobody has but their owners. */
import { Command } from 'commander';
import type { ListedApiKey } from '../../../library/api-keys.ts';
import { table } from '../../format.ts';
import { asGuest, type GuestOptions } from '../../guest.ts';
import { keyAnswer, moment } from './key-answer.ts';

export const list = (): Command =>
  new Command('list')
    .description('list the keys of the local API, oldest first')
    .option('--data <dir>', 'folder of the library')
    .option('--json', 'one JSON document')
    .action((options: GuestOptions) =>
      asGuest(options, (library, output) => {
        const keys = library.apiKeys.all();
        output.result({ keys: keys.map(listedAnswer) }, () =>
          keys.length === 0
            ? 'There are no keys yet. `kindred keys create --name NAME` makes one.'
            : table([['api_id', 'name', 'account', 'rate', 'state', 'used'], ...keys.map(textRow(library.now()))]),
        );
      }),
    );

const listedAnswer = (key: ListedApiKey) => ({
  ...keyAnswer(key, key.account),
  created: moment(key.createdAt),
  used: moment(key.usedAt),
  revoked: moment(key.revokedAt),
});

const textRow = (now: number) => (key: ListedApiKey) => {
  const { api_id, name, account, rate_limit, used } = listedAnswer(key);
  return [api_id, name, account, rate_limit, stateOf(key, now), used ?? 'never'];
};

function stateOf({ revokedAt, expiresAt }: ListedApiKey, now: number): string {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'good';
}
