/** Where photos come from: what is being imported, what has been, and which folders are followed. */
import { useStrings } from '../strings/strings.ts';
import { Panel, Panels } from '../ui/panel.tsx';
import { ViewHeader } from '../ui/view-header.tsx';
import { AddPhotos } from './add-photos.tsx';
import { FollowedFolders } from './followed-folders.tsx';
import { ImportCard } from './import-card.tsx';
import { useImports } from './imports-store.ts';
import styles from './imports-view.module.css';

export function ImportsView() {
  const { imports: words, views } = useStrings();
  const { jobs, isRead } = useImports();
  return (
    <>
      <ViewHeader title={views.imports} />
      <Panels>
        <AddPhotos />
        <FollowedFolders />
        <Panel title={words.jobs}>
          {isRead && jobs.length === 0 && <p className={styles.none}>{words.noJobs}</p>}
          <ul className={styles.jobs}>
            {jobs.map((job) => (
              <li key={job.progress.jobId}>
                <ImportCard job={job} />
              </li>
            ))}
          </ul>
        </Panel>
      </Panels>
    </>
  );
}
