/** Whatever a user wants to keep with a photo; kept when it is left. */
import { useId, useState } from 'react';
import type { PhotoDetail } from '../../preload/contract.ts';
import { call } from '../bridge.ts';
import { useStrings } from '../strings/strings.ts';
import { changePhoto } from './open-photo.ts';
import styles from './photo-info.module.css';

export function PhotoUserData({ photo: { id, userData } }: { readonly photo: PhotoDetail }) {
  const { photo: words } = useStrings();
  const field = useId();
  /** What is typed and not kept yet. */
  const [edited, setEdited] = useState<string | null>(null);
  const keep = async (): Promise<void> => {
    if (edited !== null && edited !== userData) {
      await changePhoto(() => call('photo.set-user-data', { id, userData: edited }));
    }
    // Unless it has been written on meanwhile.
    setEdited((now) => (now === edited ? null : now));
  };
  return (
    <div className={styles.userData}>
      <label htmlFor={field}>{words.userData}</label>
      <textarea
        id={field}
        rows={3}
        maxLength={65_536}
        value={edited ?? userData}
        onChange={(event) => setEdited(event.target.value)}
        onBlur={() => void keep()}
      />
    </div>
  );
}
