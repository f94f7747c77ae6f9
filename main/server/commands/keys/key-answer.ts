/** A key as the command line tells it: in the words of the API, without its secret and without the hash of it. */
import { dateTime } from '../../../faceapi/date-time.ts';
import type { ApiKey } from '../../../library/api-keys.ts';

export type KeyAnswer = ReturnType<typeof keyAnswer>;

export function keyAnswer(key: ApiKey, account: string) {
  return {
    api_id: key.id,
    account,
    name: key.name,
    rate_limit: `${key.rate.calls}q/${key.rate.seconds}s`,
    expires: moment(key.expiresAt),
    quota: key.quotas,
    allow: key.allow,
    deny: key.deny,
    id_ttl: key.idLifetime,
    task_ttl: key.taskLifetime,
    async: key.async,
    downloads: key.downloads,
  };
}

export const moment = (at: number | null): string | null => (at === null ? null : dateTime(at));
