/** The last calls, as they come in. Never what was asked, only that it was. */
import { useStrings } from '../strings/strings.ts';
import { Panel } from '../ui/panel.tsx';
import styles from './api-calls.module.css';
import { useApi } from './api-store.ts';
import { CallRate } from './call-rate.tsx';

export function ApiCalls() {
  const { api: words, locale } = useStrings();
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
              {calls.map(({ number, at, key, method, path, http, status, ms }) => (
                <tr key={number}>
                  <td>{new Date(at).toLocaleTimeString(locale)}</td>
                  <td>{key ?? words.nobody}</td>
                  <td>
                    <code>
                      {method} {path}
                    </code>
                  </td>
                  <td data-failed={http >= 400 || undefined}>
                    {http} {status}
                  </td>
                  <td>{words.milliseconds(Math.round(ms))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
