/** What a user, or a script, wants to keep with a person: kept by itself, and it says when it is. */

import type { Result } from '../../../preload/contract.ts';
import { call } from '../../bridge.ts';
import { useStrings } from '../../strings/strings.ts';
import { KeptText } from './kept-text.tsx';
import styles from './person-about.module.css';

export function PersonAbout({ person: { id, notes, userData } }: { readonly person: Result<'person.show'> }) {
  const { people: words } = useStrings();
  return (
    <div className={styles.about}>
      <KeptText
        label={words.notes}
        hint={words.notesHint}
        text={notes}
        keep={(text) => call('person.set-notes', { id, notes: text })}
      />
      <KeptText
        label={words.userData}
        hint={words.userDataHint}
        text={userData}
        keep={(text) => call('person.set-user-data', { id, userData: text })}
      />
    </div>
  );
}
