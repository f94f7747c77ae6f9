/** The library: where it is, what is in it, how it is kept safe. */
import { FolderCheck, HardDriveDownload } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Result } from '../../preload/contract.ts';
import { call } from '../bridge.ts';
import { attempt } from '../changes/attempt.ts';
import { moment } from '../imports/duration.ts';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { Facts } from '../ui/facts.tsx';
import { Panel } from '../ui/panel.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toasts.tsx';
import { bytes } from './bytes.ts';
import styles from './library-settings.module.css';
import { ThumbnailFacts } from './thumbnail-facts.tsx';
import { useFacts } from './use-facts.ts';

type Findings = Result<'library.check'>['findings'];

const askFacts = () => call('library.facts', {});

export function LibrarySettings() {
  const { settings: words, count, locale } = useStrings();
  const [facts, readFacts] = useFacts(askFacts);
  const [path, setPath] = useState('');
  const [findings, setFindings] = useState<Findings | null>(null);
  const [busy, setBusy] = useState<'backup' | 'check' | null>(null);

  const during = async <Answer,>(name: NonNullable<typeof busy>, work: () => Promise<Answer>) => {
    setBusy(name);
    const answer = await attempt(work);
    setBusy(null);
    return answer;
  };
  const backUp = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const target = path.trim();
    if (!(await during('backup', () => call('library.backup', { path: target })))) return;
    toast(words.backedUp(target));
    setPath('');
    readFacts();
  };
  const check = async (): Promise<void> => {
    setFindings(null);
    const answer = await during('check', () => call('library.check', {}));
    if (answer) setFindings(answer.findings);
  };

  if (!facts) return <Panel title={words.library} />;
  const { folder, version, counts, backups } = facts;
  const separator = folder.includes('\\') ? '\\' : '/';
  const [latest] = backups;
  return (
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
      <form className={styles.form} onSubmit={(event) => void backUp(event)}>
        <TextField
          label={words.backupPath}
          placeholder={[folder, 'my-backup.sqlite'].join(separator)}
          value={path}
          onChange={(event) => setPath(event.target.value)}
          className={styles.path}
        />
        <Button type="submit" icon={<HardDriveDownload />} disabled={path.trim() === '' || busy !== null}>
          {words.backUp}
        </Button>
      </form>
      <div>
        <div className={styles.check}>
          <p>{words.checkHint}</p>
          <Button icon={<FolderCheck />} disabled={busy !== null} onClick={() => void check()}>
            {busy === 'check' ? words.checking : words.check}
          </Button>
        </div>
        <div role="status" className={styles.outcome}>
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
  );
}
