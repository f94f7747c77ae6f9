/** What is being sent to Kindred: how far it is, what stopped it, what could not be sent. */
import { Play, RotateCcw, X } from 'lucide-react';
import { bytes } from '../../settings/bytes.ts';
import { useStrings } from '../../strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { duration } from '../duration.ts';
import { reasonFor } from '../reason.ts';
import styles from './upload-card.module.css';
import { mayComeIn, type UploadProgress } from './upload-queue.ts';
import { cancelUploads, closeUploads, goOnWithUploads, retryUploads, useUploads } from './uploads-store.ts';

/** Before that, ms, nobody can say how fast it goes. */
const UNKNOWN_FOR = 3000;
/** More reasons than these would bury the rest of the view. */
const MOST_LISTED = 100;

export function UploadCard() {
  const { imports: words, common, locale } = useStrings();
  const { progress, since } = useUploads();
  if (!progress || progress.total === 0) return null;
  const { done, total, sentBytes, totalBytes, failed, stoppedBy, isOver, isLooking } = progress;
  const seconds = isLooking || stoppedBy !== null ? null : secondsLeft(progress, Date.now() - since);
  const pace = [
    words.bytesOf(bytes(locale, sentBytes), bytes(locale, totalBytes)),
    isLooking && words.discovering,
    seconds !== null && words.left(duration(locale, seconds)),
  ].filter(Boolean);
  return (
    <Panel
      title={isOver ? words.uploadsFailed(failed.length) : words.uploading}
      actions={
        <div className={styles.actions}>
          {stoppedBy !== null && (
            <Button tone="quiet" icon={<Play />} onClick={goOnWithUploads}>
              {words.goOn}
            </Button>
          )}
          {isOver && failed.some(mayComeIn) && (
            <Button tone="quiet" icon={<RotateCcw />} onClick={retryUploads}>
              {common.retry}
            </Button>
          )}
          <Button tone="quiet" icon={<X />} onClick={isOver ? closeUploads : cancelUploads}>
            {isOver ? common.close : common.cancel}
          </Button>
        </div>
      }
    >
      {!isOver && (
        <div className={styles.progress}>
          <ProgressBar
            label={words.uploadingOf(done, total)}
            done={sentBytes}
            total={isLooking ? null : totalBytes}
            isStill={stoppedBy !== null}
          />
          <p className={styles.pace}>
            <span>{words.of(done, total)}</span>
            <span>{pace.join(' · ')}</span>
          </p>
        </div>
      )}
      {stoppedBy !== null && (
        <p className={styles.stopped} role="alert">
          {reasonFor(words, stoppedBy, null)}
        </p>
      )}
      {failed.length > 0 && (
        <ul className={styles.failed} aria-label={words.uploadsFailed(failed.length)}>
          {failed.slice(0, MOST_LISTED).map(({ found, code, message }) => (
            <li key={`${found.path} ${found.file.lastModified}`}>
              <b>{found.path}</b>
              <span>{reasonFor(words, code, message)}</span>
            </li>
          ))}
          {failed.length > MOST_LISTED && <li>{words.andMore(failed.length - MOST_LISTED)}</li>}
        </ul>
      )}
    </Panel>
  );
}

function secondsLeft({ sentBytes, totalBytes }: UploadProgress, elapsed: number): number | null {
  if (elapsed < UNKNOWN_FOR || sentBytes === 0) return null;
  return ((totalBytes - sentBytes) * elapsed) / sentBytes / 1000;
}
