/** Who may call the API. */
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { ApiKeyRow } from './api-key-row.tsx';
import styles from './api-keys.module.css';
import { useApi } from './api-store.ts';
import { NewKey } from './new-key.tsx';

export function ApiKeys() {
  const { api: words } = useStrings();
  const { keys, endpoints } = useApi();
  const [isMaking, setIsMaking] = useState(false);
  // Those that still count first, the newest first among them.
  const shown = [...keys].reverse().sort((a, b) => Number(a.revokedAt !== null) - Number(b.revokedAt !== null));
  return (
    <Panel
      title={words.keys}
      hint={words.keysHint}
      actions={
        <Button icon={<Plus />} onClick={() => setIsMaking(true)} disabled={endpoints === null}>
          {words.newKey}
        </Button>
      }
    >
      {shown.length === 0 ? (
        <p className={styles.none}>
          <KeyRound aria-hidden />
          {words.noKeys}
        </p>
      ) : (
        <ul className={styles.keys}>
          {shown.map((key) => (
            <ApiKeyRow key={key.id} apiKey={key} />
          ))}
        </ul>
      )}
      {isMaking && endpoints && <NewKey endpoints={endpoints} onClose={() => setIsMaking(false)} />}
    </Panel>
  );
}
