/** One import: what it is about, how far it is, what came of it. */
import { Pause, Play, RotateCcw, X } from 'lucide-react';
import { useState } from 'react';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { duration, moment } from './duration.ts';
import styles from './import-card.module.css';
import { type FileEnd, ImportFiles } from './import-files.tsx';
import { changeImport, type ImportJob, isAtWork } from './imports-store.ts';

/** Ends of files that are worth a look, the worst first. */
const ENDS: readonly FileEnd[] = ['failed', 'skipped', 'duplicate'];

export function ImportCard({ job }: { readonly job: ImportJob }) {
  const { progress, paths, pathCount, createdAt, finishedAt } = job;
  const { imports: words, locale } = useStrings();
  const [shownEnd, setShownEnd] = useState<FileEnd | null>(null);
  const { jobId, state, discovered, done, total, counts, rate, secondsLeft } = progress;
  const isOpen = isAtWork(job);
  const title = pathCount === 1 ? (paths[0] ?? '') : words.severalPaths(paths[0] ?? '', pathCount - 1);
  const pace = [
    !discovered && words.discovering,
    state === 'running' && rate !== null && words.rate(rate),
    state === 'running' && discovered && secondsLeft !== null && words.left(duration(locale, secondsLeft)),
  ].filter(Boolean);
  return (
    <article className={styles.card} aria-label={title}>
      <header>
        <div className={styles.what}>
          <h3 title={paths.join('\n')}>{title}</h3>
          <p>
            <span className={styles.state} data-state={state}>
              {words.states[state]}
            </span>
            {moment(locale, finishedAt ?? createdAt)}
          </p>
        </div>
        <div className={styles.actions}>
          {state === 'running' && (
            <Button tone="quiet" icon={<Pause />} onClick={() => void changeImport('imports.pause', jobId)}>
              {words.pause}
            </Button>
          )}
          {state === 'paused' && (
            <Button tone="quiet" icon={<Play />} onClick={() => void changeImport('imports.resume', jobId)}>
              {words.resume}
            </Button>
          )}
          {isOpen && (
            <Button tone="quiet" icon={<X />} onClick={() => void changeImport('imports.cancel', jobId)}>
              {words.cancel}
            </Button>
          )}
          {!isOpen && counts.failed > 0 && (
            <Button tone="quiet" icon={<RotateCcw />} onClick={() => void changeImport('imports.retry', jobId)}>
              {words.retry}
            </Button>
          )}
        </div>
      </header>
      {isOpen && (
        <>
          <ProgressBar
            label={words.running(done, total)}
            done={done}
            total={discovered ? total : null}
            isStill={state === 'paused'}
          />
          <p className={styles.pace}>
            <span>{words.of(done, total)}</span>
            <span>{pace.join(' · ')}</span>
          </p>
        </>
      )}
      <ul className={styles.counts}>
        <li>{words.added(counts.done)}</li>
        <li>{words.facesFound(counts.faces)}</li>
        {ENDS.filter((end) => counts[end] > 0).map((end) => (
          <li key={end}>
            <button type="button" data-end={end} onClick={() => setShownEnd(end)}>
              {words.ends[end](counts[end])}
            </button>
          </li>
        ))}
      </ul>
      {shownEnd && (
        <ImportFiles
          jobId={jobId}
          end={shownEnd}
          title={words.ends[shownEnd](counts[shownEnd])}
          onClose={() => setShownEnd(null)}
        />
      )}
    </article>
  );
}
