/** Where photos come from: what is being imported, which folders are followed, what has been imported. */
import { useState } from 'react';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { Panel, Panels } from '../ui/panel.tsx';
import { ViewHeader } from '../ui/view-header.tsx';
import { AddPhotos } from './add-photos.tsx';
import { FollowedFolders } from './followed-folders.tsx';
import { ImportList } from './import-list.tsx';
import { isAtWork, useImports } from './imports-store.ts';
import styles from './imports-view.module.css';
import { UploadCard } from './uploads/upload-card.tsx';

/** Earlier imports that are shown at a time. */
const PAGE = 20;

export function ImportsView() {
  const { imports: words, views } = useStrings();
  const { jobs, isRead } = useImports();
  const [most, setMost] = useState(PAGE);
  const now = jobs.filter(isAtWork);
  const earlier = jobs.filter((job) => !isAtWork(job));
  return (
    <>
      <ViewHeader title={views.imports} />
      <Panels>
        <AddPhotos />
        <UploadCard />
        {now.length > 0 && (
          <Panel title={words.now}>
            <ImportList jobs={now} />
          </Panel>
        )}
        <FollowedFolders />
        {isRead && (
          <Panel title={words.earlier}>
            {jobs.length === 0 && <p className={styles.none}>{words.noJobs}</p>}
            {earlier.length > 0 && <ImportList jobs={earlier.slice(0, most)} />}
            {earlier.length > most && <Button onClick={() => setMost(most + PAGE)}>{words.more}</Button>}
          </Panel>
        )}
      </Panels>
    </>
  );
}
