/** The library: where it is, what is in it, whether it is in order, and its backups. */
import { FolderCheck } from 'lucide-react';
import { useState } from 'react';
import type { Result } from '../../preload/contract.ts';
import { call } from '../bridge.ts';
import { attempt } from '../changes/attempt.ts';
import { moment } from '../imports/duration.ts';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Facts } from '../ui/facts.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { BackupSettings } from './backup-settings.tsx';
import { bytes } from './bytes.ts';
import styles from './library-settings.module.css';
import { setSettings, useSettings } from './settings-store.ts';
import { ThumbnailFacts } from './thumbnail-facts.tsx';
import { useFacts } from './use-facts.ts';

type Findings = Result<'library.check'>['findings'];

const askFacts = () => call('library.facts', {});

export function LibrarySettings() {
  const { settings: words, count, locale } = useStrings();
  const thumbnailSize = useSettings((state) => state.thumbnailSize);
  const [facts, readFacts] = useFacts(askFacts);
  const [findings, setFindings] = useState<Findings | null>(null);
  const [isChecking, setIsChecking] = useState(false);

  const check = async (): Promise<void> => {
    setFindings(null);
    setIsChecking(true);
    const answer = await attempt(() => call('library.check', {}));
    setIsChecking(false);
    if (answer) setFindings(answer.findings);
  };

  if (!facts) return <Panel title={words.library} />;
  const { folder, version, counts, backups } = facts;
  const latest = backups.find(({ kind }) => kind === 'daily' || kind === 'migration');
  return (
    <>
      <Panel title={words.library}>
        <Facts
          facts={[
            [words.folder, folder],
            [words.libraryFile, bytes(locale, facts.bytes)],
            [words.photos, words.photosIn(count.photos(counts.photos), counts.files, counts.missingFiles)],
            [words.faces, words.facesIn(count.faces(counts.faces), counts.namedFaces, counts.persons)],
            [words.thumbnails, <ThumbnailFacts key="thumbnails" />],
            [words.latestBackup, latest ? moment(locale, latest.madeAt) : words.noBackup],
            [words.version, version],
          ]}
        />
        <div>
          <Choice
            label={words.thumbnailSize}
            value={thumbnailSize}
            options={(['small', 'standard', 'large'] as const).map((value) => ({
              value,
              label: words.thumbnailSizes[value],
            }))}
            onChoose={(chosen) => void setSettings({ thumbnailSize: chosen })}
          />
          <p className={styles.hint}>{words.thumbnailSizeHint}</p>
        </div>
        <div>
          <div className={styles.check}>
            <p>{words.checkHint}</p>
            <Button icon={<FolderCheck />} disabled={isChecking} onClick={() => void check()}>
              {isChecking ? words.checking : words.check}
            </Button>
          </div>
          <div role="status" className={styles.outcome}>
            {isChecking && <ProgressBar label={words.checking} done={0} total={null} />}
            {findings?.length === 0 && <p className={styles.sound}>{words.sound}</p>}
            {findings && findings.length > 0 && (
              <ul className={styles.findings}>
                {findings.map(({ rule, message }) => (
                  <li key={rule + message}>
                    <b>{rule}</b> {message}
                  </li>
                ))}
              </ul>
            )}
          </div>
        </div>
      </Panel>
      <BackupSettings facts={facts} onChange={readFacts} />
    </>
  );
}
