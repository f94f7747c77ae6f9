/** One quiet line, in every view, while an import runs. */
import { formatRoute } from '../navigation/route.ts';
import { useStrings } from '../strings/strings.ts';
import { ProgressBar } from '../ui/progress-bar.tsx';
import styles from './import-status.module.css';
import { runningImport, useImports } from './imports-store.ts';

export function ImportStatus() {
  const { imports: words } = useStrings();
  const progress = useImports(runningImport);
  if (!progress) return null;
  const { done, total, discovered } = progress;
  const label = words.running(done, total);
  return (
    <a href={formatRoute({ view: 'imports', id: null })} className={styles.status} title={label}>
      <span>{label}</span>
      <ProgressBar label={label} done={done} total={discovered ? total : null} />
    </a>
  );
}
