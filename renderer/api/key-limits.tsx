/** How much a key may have made, and how much of that there is by now. */
import { useStrings } from '../strings/strings.ts';
import { Facts } from '../ui/facts.tsx';
import type { ApiKey } from './api-store.ts';
import styles from './key-limits.module.css';

type Quota = keyof ApiKey['quotas'];

export function KeyLimits({ apiKey }: { readonly apiKey: ApiKey }) {
  const { api: words } = useStrings();
  const { quotas, idLifetime, taskLifetime } = apiKey;
  /** Of what is counted as a whole; of each person or set there may be so many. */
  const made: Partial<Record<Quota, number>> = apiKey.made;
  const facts = (Object.keys(quotas) as Quota[]).map((quota) => {
    const there = made[quota];
    const said = there === undefined ? words.upTo(quotas[quota]) : words.ofQuota(there, quotas[quota]);
    return [words.quotaNames[quota], said] as const;
  });
  return (
    <details className={styles.limits}>
      <summary>{words.limits}</summary>
      <Facts
        facts={[
          ...facts,
          [words.idLifetime, words.lifetime(idLifetime)],
          [words.taskLifetime, words.lifetime(taskLifetime)],
        ]}
      />
    </details>
  );
}
