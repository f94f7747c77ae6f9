/** Files of an import that came to one end, each with its reason, page after page. */
import { useCallback, useEffect, useState } from 'react';
import type { Args, Result } from '../../preload/contract.ts';
import { call } from '../bridge.ts';
import { attempt } from '../changes/attempt.ts';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import styles from './import-files.module.css';
import { reasonFor } from './reason.ts';

export type FileEnd = Exclude<Args<'imports.files'>['state'], 'done'>;
type ImportFile = Result<'imports.files'>['files'][number];

const PAGE = 100;

interface ImportFilesProps {
  readonly jobId: string;
  readonly end: FileEnd;
  readonly title: string;
  readonly onClose: () => void;
}

export function ImportFiles({ jobId, end, title, onClose }: ImportFilesProps) {
  const { imports: words, common } = useStrings();
  const [files, setFiles] = useState<readonly ImportFile[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const read = useCallback(
    async (after: string | null) => {
      const page = await attempt(() => call('imports.files', { id: jobId, state: end, after, limit: PAGE }));
      if (!page) return;
      setFiles((known) => (after === null ? page.files : [...known, ...page.files]));
      setNext(page.next);
    },
    [jobId, end],
  );
  useEffect(() => void read(null), [read]);
  return (
    <Dialog
      title={title}
      size="large"
      onClose={onClose}
      actions={
        <Button tone="primary" onClick={onClose}>
          {common.close}
        </Button>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys. */}
      <ul className={styles.files} tabIndex={0} aria-label={title}>
        {files.map(({ path, message, code }) => (
          <li key={path}>
            <b>{path}</b>
            <p>{reasonFor(words, code, message)}</p>
          </li>
        ))}
      </ul>
      {next !== null && <Button onClick={() => void read(next)}>{words.more}</Button>}
    </Dialog>
  );
}
