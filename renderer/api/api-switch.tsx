/** The API's switch, and where it answers. */
import { BookOpen } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Result } from '../../preload/contract.ts';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { Switch } from '../ui/switch.tsx';
import { TextField } from '../ui/text-field.tsx';
import { turnApi } from './api-store.ts';
import styles from './api-switch.module.css';
import { CopyButton } from './copy-button.tsx';

export function ApiSwitch({ state: { on, address, port } }: { readonly state: Result<'api.state'> }) {
  const { api: words } = useStrings();
  /** A port that is not yet that of the API. */
  const [edited, setEdited] = useState<string | null>(null);
  const typed = edited ?? String(port);
  const [isTurning, setIsTurning] = useState(false);
  const wanted = /^\d{1,5}$/.test(typed) && Number(typed) <= 65_535 ? Number(typed) : null;
  const turn = async (turnOn: boolean): Promise<void> => {
    setIsTurning(true);
    await turnApi(turnOn, wanted ?? port);
    setIsTurning(false);
    setEdited(null);
  };
  const changePort = (event: FormEvent): void => {
    event.preventDefault();
    void turn(on);
  };
  return (
    <Panel title={words.title}>
      <Switch
        label={words.turn}
        hint={words.turnHint}
        isOn={on}
        isDisabled={isTurning}
        onTurn={(turnOn) => void turn(turnOn)}
      />
      {address && (
        <p className={styles.address}>
          <span>{words.answersAt}</span>
          <code>{address}</code>
          <CopyButton text={address} label={words.copyAddress} />
          <a href={`${address}/docs`} target="_blank" rel="noreferrer">
            <BookOpen aria-hidden />
            {words.docs}
          </a>
        </p>
      )}
      <form className={styles.form} onSubmit={changePort}>
        <TextField
          label={words.port}
          inputMode="numeric"
          value={typed}
          aria-invalid={wanted === null}
          onChange={(event) => setEdited(event.target.value.trim())}
          className={styles.port}
        />
        <Button type="submit" disabled={wanted === null || wanted === port || isTurning}>
          {words.changePort}
        </Button>
        <p>{words.portHint}</p>
      </form>
    </Panel>
  );
}
