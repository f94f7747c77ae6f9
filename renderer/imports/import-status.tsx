/** A quiet line for each, in every view, while files are being sent or an import runs. */
import { formatRoute } from '../navigation/route.ts';
import { useStrings } from '../strings/strings.ts';
import { ProgressBar } from '../ui/progress-bar.tsx';
import styles from './import-status.module.css';
import { runningImport, useImports } from './imports-store.ts';
import { useUploads } from './uploads/uploads-store.ts';

export function ImportStatus() {
  const { imports: words } = useStrings();
  const running = useImports(runningImport);
  const upload = useUploads((state) => state.progress);
  const lines = [
    upload &&
      !upload.isOver && {
        label: words.uploadingOf(upload.done, upload.total),
        done: upload.sentBytes,
        total: upload.isLooking ? null : upload.totalBytes,
        isStill: upload.stoppedBy !== null,
      },
    running && {
      label: words.running(running.done, running.total),
      done: running.done,
      total: running.discovered ? running.total : null,
    },
  ].filter((line) => line !== null && line !== false);
  if (lines.length === 0) return null;
  return (
    <a
      href={formatRoute({ view: 'imports', id: null })}
      className={styles.status}
      title={lines.map(({ label }) => label).join('\n')}
    >
      {lines.map((line) => (
        <div key={line.label}>
          <span>{line.label}</span>
          <ProgressBar {...line} />
        </div>
      ))}
    </a>
  );
}
