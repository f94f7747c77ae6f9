/** One key: whose it is, what it may do, how long it holds. */
import { useState } from 'react';
import { moment } from '../imports/duration.ts';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import styles from './api-key-row.module.css';
import { type ApiKey, revokeKey, useApi } from './api-store.ts';
import { CopyButton } from './copy-button.tsx';
import { familiesOf } from './families.ts';
import { KeyLimits } from './key-limits.tsx';

export function ApiKeyRow({ apiKey }: { readonly apiKey: ApiKey }) {
  const { api: words, common, locale } = useStrings();
  const endpoints = useApi((state) => state.endpoints);
  const [isAsking, setIsAsking] = useState(false);
  const { id, name, account, allow, deny, rate, createdAt, usedAt, revokedAt, expiresAt } = apiKey;
  const isExpired = expiresAt !== null && expiresAt <= Date.now();
  const isOver = revokedAt !== null || isExpired;
  const families =
    allow === null || !endpoints
      ? words.allowsAll
      : common.list(familiesOf(endpoints, allow).map((family) => words.families[family] ?? family));
  const about = [
    deny.length === 0 ? families : words.exceptFor(families, deny.length),
    words.rateOf(rate.calls, rate.seconds),
    words.createdAt(moment(locale, createdAt)),
    usedAt === null ? words.neverUsed : words.usedAt(moment(locale, usedAt)),
    expiresAt !== null && !isExpired && words.expiresAt(moment(locale, expiresAt)),
  ].filter(Boolean);
  return (
    <li className={styles.row} data-over={isOver || undefined}>
      <div className={styles.what}>
        <h3>
          {name}
          {isOver && <span>{revokedAt === null ? words.expired : words.revoked}</span>}
        </h3>
        <p className={styles.id}>
          <span>{words.accountOf(account)}</span>
          <code>{id}</code>
          {!isOver && <CopyButton text={id} label={words.copyId} />}
        </p>
        <p>{about.join(' · ')}</p>
        {!isOver && <KeyLimits apiKey={apiKey} />}
      </div>
      {!isOver && (
        <Button tone="danger" onClick={() => setIsAsking(true)}>
          {words.revoke}
        </Button>
      )}
      {isAsking && (
        <Dialog
          title={words.revokeTitle(name)}
          onClose={() => setIsAsking(false)}
          actions={
            <>
              <Button onClick={() => setIsAsking(false)}>{common.cancel}</Button>
              <Button
                tone="danger"
                onClick={() => {
                  setIsAsking(false);
                  void revokeKey(id);
                }}
              >
                {words.revoke}
              </Button>
            </>
          }
        >
          <p>{words.revokeHint}</p>
        </Dialog>
      )}
    </li>
  );
}
