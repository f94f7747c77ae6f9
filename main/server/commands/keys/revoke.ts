/** `kindred keys revoke`: from the next call on the key is nobody's, in a running Kindred too. */
import { Command } from 'commander';
import { KindredError } from '../../../kindred-error.ts';
import type { ListedApiKey } from '../../../library/api-keys.ts';
import type { Library } from '../../../library/library.ts';
import { asGuest, type GuestOptions } from '../../guest.ts';
import { moment } from './key-answer.ts';

class KeyError extends KindredError<'not-found' | 'ambiguous'> {}

/** Shorter beginnings of an id are too easily somebody else's. */
const SHORTEST_PREFIX = 4;

export const revoke = (): Command =>
  new Command('revoke')
    .description('take a key back, for good')
    .argument('<api-id>', 'its api_id, or the beginning of it')
    .option('--data <dir>', 'folder of the library')
    .option('--json', 'one JSON document')
    .action((text: string, options: GuestOptions) =>
      asGuest(options, (library, output) => {
        const { id, name, account } = findKey(library, text);
        const revoked = library.transaction(() => library.apiKeys.revoke(id)) > 0;
        const answer = { api_id: id, name, account, revoked: moment(library.apiKeys.byId(id)?.revokedAt ?? null) };
        output.result(answer, () =>
          revoked ? `The key ${name} (${id}) is revoked.` : `The key ${name} (${id}) was revoked at ${answer.revoked}.`,
        );
      }),
    );

/** @throws KeyError `not-found`, or `ambiguous` when several ids begin so */
function findKey(library: Library, text: string): ListedApiKey {
  const prefix = text.trim().toLowerCase();
  const candidates = library.apiKeys
    .all()
    .filter(({ id }) => prefix.length >= SHORTEST_PREFIX && id.startsWith(prefix));
  const [key, ...others] = candidates;
  if (!key) throw new KeyError('not-found', `No key has an id that begins with ${text}; kindred keys list tells them.`);
  if (others.length > 0) {
    throw new KeyError('ambiguous', `${text} may be any of ${candidates.map(({ id }) => id).join(', ')}.`);
  }
  return key;
}
