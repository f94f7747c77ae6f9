/** Before a backup takes the library's place: what is in it, what is in the library, and what becomes of that. */
import { useEffect, useState } from 'react';
import type { Result } from '../../preload/contract.ts';
import { call } from '../bridge.ts';
import { attempt } from '../changes/attempt.ts';
import { sayFailure } from '../changes/say-failure.ts';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Facts } from '../ui/facts.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';

type Counts = Pick<Result<'library.inspect'>, 'photos' | 'faces' | 'persons'>;

interface RestoreBackupProps {
  readonly path: string;
  readonly now: Counts;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function RestoreBackup({ path, now, onClose, onDone }: RestoreBackupProps) {
  const { settings: words, common, count } = useStrings();
  const [found, setFound] = useState<Result<'library.inspect'> | null>(null);
  const [isRestoring, setIsRestoring] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    call('library.inspect', { path }).then(setFound, (error: unknown) => setFailure(sayFailure(error)));
  }, [path]);
  const restore = async (): Promise<void> => {
    setIsRestoring(true);
    const isDone = await attempt(() => call('library.restore', { path }));
    setIsRestoring(false);
    // That it is done, and where the library is that was there before, is told as news of the library.
    if (isDone) onDone();
  };
  const inWords = ({ photos, faces, persons }: Counts): string =>
    [count.photos(photos), count.faces(faces), count.people(persons)].join(' · ');
  return (
    <Dialog
      title={words.restoreTitle}
      size="large"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose} disabled={isRestoring}>
            {common.cancel}
          </Button>
          <Button tone="danger" onClick={() => void restore()} disabled={found === null || isRestoring}>
            {isRestoring ? words.restoring : words.restoreNow}
          </Button>
        </>
      }
    >
      <Facts
        facts={[
          [words.backup, path],
          [words.holds, found ? inWords(found) : (failure ?? words.inspecting)],
          [words.holdsNow, inWords(now)],
        ]}
      />
      {((found === null && failure === null) || isRestoring) && (
        <ProgressBar label={isRestoring ? words.restoring : words.inspecting} done={0} total={null} />
      )}
      {failure === null ? <p>{words.restoreHint}</p> : <p role="alert">{words.restoreRefused}</p>}
    </Dialog>
  );
}
