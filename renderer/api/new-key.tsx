/** A new key: what it may do, and then its secret, which is shown this once. */
import { type FormEvent, useState } from 'react';
import type { Args, Result } from '../../preload/contract.ts';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { CheckBox } from '../ui/check-box.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { createKey, type Endpoints } from './api-store.ts';
import { families, pathsOf } from './families.ts';
import styles from './new-key.module.css';
import { NewSecret } from './new-secret.tsx';

type Terms = Args<'keys.create'>;
type Quota = keyof Endpoints['usual']['quotas'];

const DAY = 24 * 60 * 60;
/** Days. */
const EXPIRIES = ['never', '7', '30', '90', '365'] as const;
/** Seconds. */
const LIFETIMES = [3600, DAY, 5 * DAY, 30 * DAY, 365 * DAY];
const ASYNC = ['auto', 'always', 'never'] as const;

interface NewKeyProps {
  readonly endpoints: Endpoints;
  readonly onClose: () => void;
}

export function NewKey({ endpoints, onClose }: NewKeyProps) {
  const { api: words, common } = useStrings();
  const { usual } = endpoints;
  const all = families(endpoints);
  const [name, setName] = useState('');
  const [account, setAccount] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(all);
  const [expiry, setExpiry] = useState<(typeof EXPIRIES)[number]>('never');
  const [rate, setRate] = useState({ calls: String(usual.rate.calls), seconds: String(usual.rate.seconds) });
  const [quotas, setQuotas] = useState<Readonly<Partial<Record<Quota, string>>>>({});
  const [idLifetime, setIdLifetime] = useState(String(usual.idLifetime));
  const [taskLifetime, setTaskLifetime] = useState(String(usual.taskLifetime));
  const [mode, setMode] = useState<(typeof ASYNC)[number]>(usual.async);
  const [downloads, setDownloads] = useState(usual.downloads);
  const [isCreating, setIsCreating] = useState(false);
  const [made, setMade] = useState<Result<'keys.create'> | null>(null);

  if (made) return <NewSecret made={made} onClose={onClose} />;

  const create = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const terms: Terms = {
      name: name.trim(),
      ...(account.trim() && { account: account.trim() }),
      allow: pathsOf(endpoints, chosen),
      rate: { calls: Number(rate.calls), seconds: Number(rate.seconds) },
      quotas: Object.fromEntries(Object.entries(quotas).map(([quota, limit]) => [quota, Number(limit)])),
      idLifetime: Number(idLifetime),
      taskLifetime: Number(taskLifetime),
      async: mode,
      downloads,
      expiresAt: expiry === 'never' ? null : Date.now() + Number(expiry) * DAY * 1000,
    };
    // Twice pressed is one key: a button that is off submits nothing, neither by Enter.
    setIsCreating(true);
    setMade(await createKey(terms));
    setIsCreating(false);
  };
  // The usual ones are among those to choose from, whatever they are.
  const lifetimes = [...new Set([...LIFETIMES, usual.idLifetime, usual.taskLifetime])]
    .sort((a, b) => a - b)
    .map((seconds) => ({ value: String(seconds), label: words.lifetime(seconds) }));
  const isComplete = name.trim() !== '' && chosen.length > 0;
  const form = 'new-key';
  return (
    <Dialog
      title={words.newKey}
      size="large"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button tone="primary" type="submit" form={form} disabled={!isComplete || isCreating}>
            {words.create}
          </Button>
        </>
      }
    >
      <form id={form} className={[styles.form, styles.scroller].join(' ')} onSubmit={(event) => void create(event)}>
        <div className={styles.pair}>
          <TextField
            label={words.keyName}
            placeholder={words.keyNameExample}
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <SelectField
            label={words.expiry}
            value={expiry}
            options={EXPIRIES.map((value) => ({
              value,
              label: words.expiries(value === 'never' ? null : Number(value)),
            }))}
            onChoose={setExpiry}
          />
        </div>
        <fieldset className={styles.permissions}>
          <legend>{words.permissions}</legend>
          {all.map((family) => (
            <CheckBox
              key={family}
              label={words.families[family] ?? family}
              hint={`/${family}/…`}
              isChecked={chosen.includes(family)}
              onCheck={(on) => setChosen(all.filter((one) => (one === family ? on : chosen.includes(one))))}
            />
          ))}
        </fieldset>
        <details className={styles.advanced}>
          <summary>{words.advanced}</summary>
          <div className={styles.form}>
            <TextField
              label={words.account}
              placeholder={words.accountExample}
              maxLength={200}
              value={account}
              onChange={(event) => setAccount(event.target.value)}
            />
            <div className={styles.pair}>
              <TextField
                label={words.rateCalls}
                type="number"
                min={1}
                required
                value={rate.calls}
                onChange={(event) => setRate({ ...rate, calls: event.target.value })}
              />
              <TextField
                label={words.rateSeconds}
                type="number"
                min={1}
                required
                value={rate.seconds}
                onChange={(event) => setRate({ ...rate, seconds: event.target.value })}
              />
              <SelectField label={words.idLifetime} value={idLifetime} options={lifetimes} onChoose={setIdLifetime} />
              <SelectField
                label={words.taskLifetime}
                value={taskLifetime}
                options={lifetimes}
                onChoose={setTaskLifetime}
              />
            </div>
            <fieldset className={styles.quotas}>
              <legend>{words.quotas}</legend>
              {(Object.keys(usual.quotas) as Quota[]).map((quota) => (
                <TextField
                  key={quota}
                  label={words.quotaNames[quota]}
                  type="number"
                  min={0}
                  required
                  value={quotas[quota] ?? String(usual.quotas[quota])}
                  onChange={(event) => setQuotas({ ...quotas, [quota]: event.target.value })}
                />
              ))}
            </fieldset>
            <SelectField
              label={words.async}
              value={mode}
              options={ASYNC.map((value) => ({ value, label: words.asyncModes[value] }))}
              onChoose={setMode}
            />
            <CheckBox label={words.downloads} hint={words.downloadsHint} isChecked={downloads} onCheck={setDownloads} />
          </div>
        </details>
      </form>
    </Dialog>
  );
}
