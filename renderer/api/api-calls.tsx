/** The last calls, as they come in. Never what was asked, only that it was. */
import { useStrings } from '../strings/strings.ts';
import { Panel } from '../ui/panel.tsx';
import { ApiCallRow } from './api-call-row.tsx';
import styles from './api-calls.module.css';
import { useApi } from './api-store.ts';
import { CallRate } from './call-rate.tsx';

export function ApiCalls() {
  const { api: words } = useStrings();
  const calls = useApi((state) => state.calls);
  const isOn = useApi((state) => state.state?.on === true);
  return (
    <Panel title={words.calls} hint={words.callsHint}>
      {isOn && <CallRate />}
      {calls.length === 0 ? (
        <p className={styles.none}>{isOn ? words.noCalls : words.isOff}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys.
        <div className={styles.scroller} tabIndex={0}>
          <table className={styles.calls} aria-label={words.calls}>
            <thead>
              <tr>
                <th scope="col">{words.callAt}</th>
                <th scope="col">{words.callKey}</th>
                <th scope="col">{words.callPath}</th>
                <th scope="col">{words.callStatus}</th>
                <th scope="col">{words.callTime}</th>
              </tr>
            </thead>
            <tbody>
              {calls.map((called) => (
                <ApiCallRow key={called.number} called={called} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
