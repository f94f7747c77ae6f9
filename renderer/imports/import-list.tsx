/** Imports, one under the other. */
import { ImportCard } from './import-card.tsx';
import styles from './import-list.module.css';
import type { ImportJob } from './imports-store.ts';

export function ImportList({ jobs }: { readonly jobs: readonly ImportJob[] }) {
  return (
    <ul className={styles.jobs}>
      {jobs.map((job) => (
        <li key={job.progress.jobId}>
          <ImportCard job={job} />
        </li>
      ))}
    </ul>
  );
}
