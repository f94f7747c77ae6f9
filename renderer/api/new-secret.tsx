/** A key's secret, which nobody can be shown again. */
import type { Result } from '../../preload/contract.ts';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { CopyButton } from './copy-button.tsx';
import styles from './new-secret.module.css';

interface NewSecretProps {
  readonly made: Result<'keys.create'>;
  readonly onClose: () => void;
}

export function NewSecret({ made: { key, secret }, onClose }: NewSecretProps) {
  const { api: words } = useStrings();
  return (
    <Dialog
      title={words.secretTitle(key.name)}
      size="large"
      staysOpen
      onClose={onClose}
      actions={
        <Button tone="primary" onClick={onClose}>
          {words.secretKept}
        </Button>
      }
    >
      <p>{words.secretHint}</p>
      <dl className={styles.pair}>
        <dt>api_id</dt>
        <dd>
          <code>{key.id}</code>
          <CopyButton text={key.id} label={words.copyId} />
        </dd>
        <dt>api_secret</dt>
        <dd>
          <code>{secret}</code>
          <CopyButton text={secret} label={words.copySecret} />
        </dd>
      </dl>
    </Dialog>
  );
}
