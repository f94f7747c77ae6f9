/** The keys of this view, in a dialog over it. */
import { useStrings } from '../strings/strings.ts';
import { Dialog } from '../ui/dialog.tsx';
import styles from './shortcut-list.module.css';
import { SHORTCUTS } from './shortcuts.ts';

export function ShortcutList({ onClose }: { readonly onClose: () => void }) {
  const { photo: words } = useStrings();
  return (
    <Dialog title={words.shortcuts} onClose={onClose}>
      <dl className={styles.list}>
        {SHORTCUTS.map(({ shown, does }) => (
          <div key={does}>
            <dt>
              <kbd>{shown}</kbd>
            </dt>
            <dd>{words[does]}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
