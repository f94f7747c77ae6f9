/** What is kept, where, and what is sent: nothing. */
import { ShieldCheck } from 'lucide-react';
import { useStrings } from '../strings/strings.ts';
import { Facts } from '../ui/facts.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from './privacy-settings.module.css';

export function PrivacySettings() {
  const { settings: words } = useStrings();
  return (
    <Panel title={words.privacy}>
      <p className={styles.promise}>
        <ShieldCheck aria-hidden />
        {words.nothingLeaves}
      </p>
      <Facts facts={words.privacyFacts} />
    </Panel>
  );
}
