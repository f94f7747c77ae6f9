/** Copies of the library: those that Kindred takes, new ones where the user wants them, and the way back to one. */
import { HardDriveDownload, History } from 'lucide-react';
import { useState } from 'react';
import type { Result } from '../../preload/contract.ts';
import { ChooseButton } from '../choosing/choose-button.tsx';
import { PathForm } from '../choosing/path-form.tsx';
import { moment } from '../imports/duration.ts';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { backUpLibrary } from './back-up-library.ts';
import styles from './backup-settings.module.css';
import { bytes } from './bytes.ts';
import { RestoreBackup } from './restore-backup.tsx';

interface BackupSettingsProps {
  readonly facts: Result<'library.facts'>;
  readonly onChange: () => void;
}

export function BackupSettings({ facts, onChange }: BackupSettingsProps) {
  const { settings: words, locale } = useStrings();
  const [target, setTarget] = useState('');
  const [source, setSource] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [restored, setRestored] = useState<string | null>(null);
  const { folder, backups } = facts;
  const example = [folder, 'my-backup.sqlite'].join(folder.includes('\\') ? '\\' : '/');

  const backUp = async (path: string | null, replaces = false): Promise<void> => {
    setIsBusy(true);
    const isDone = await backUpLibrary(path, replaces);
    setIsBusy(false);
    if (!isDone) return;
    setTarget('');
    onChange();
  };

  return (
    <Panel title={words.backups} hint={words.backupsHint}>
      {backups.length === 0 ? (
        <p className={styles.none}>{words.noBackups}</p>
      ) : (
        <ul className={styles.list}>
          {backups.map(({ file, kind, madeAt, bytes: size }) => (
            <li key={file}>
              <div>
                <h3>{moment(locale, madeAt)}</h3>
                <p>
                  {words.backupKinds[kind]} · {bytes(locale, size)}
                </p>
              </div>
              <Button
                icon={<History />}
                aria-label={words.restoreThat(moment(locale, madeAt))}
                onClick={() => setRestored(file)}
              >
                {words.restore}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <PathForm
        label={words.backupPath}
        placeholder={words.backupPlace}
        path={target}
        onType={setTarget}
        action={words.backUp}
        icon={<HardDriveDownload />}
        isDisabled={isBusy}
        onSubmit={() => void backUp(target.trim() || null)}
      >
        <ChooseButton
          question="new-backup"
          label={words.chooseBackupPlace}
          // The system's dialog has asked already whether a file that is there may go.
          onChoose={([path]) => path !== undefined && void backUp(path, true)}
        />
      </PathForm>
      <PathForm
        label={words.restorePath}
        placeholder={example}
        path={source}
        onType={setSource}
        action={words.restore}
        icon={<History />}
        isDisabled={source.trim() === ''}
        onSubmit={() => setRestored(source.trim())}
      >
        <ChooseButton
          question="backup"
          label={words.chooseBackup}
          onChoose={([path]) => path !== undefined && setRestored(path)}
        />
      </PathForm>
      {restored !== null && (
        <RestoreBackup
          path={restored}
          now={facts.counts}
          onClose={() => setRestored(null)}
          onDone={() => {
            setRestored(null);
            setSource('');
            onChange();
          }}
        />
      )}
    </Panel>
  );
}
