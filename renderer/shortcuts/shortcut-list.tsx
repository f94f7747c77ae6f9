/** All keys that do something now: those of what is in sight, and those that hold everywhere. */
import { VIEWS } from '../../preload/contract/views.ts';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import styles from './shortcut-list.module.css';
import { useShownTables } from './shortcut-tables.ts';
import { hideShortcuts, useShortcuts } from './shortcuts-store.ts';
import { VIEW_KEYS } from './view-keys.ts';

const MODIFIER = /Mac/.test(globalThis.navigator?.userAgent ?? '') ? '⌘' : 'Ctrl';

export function ShortcutList() {
  const isOpen = useShortcuts((state) => state.isOpen);
  return isOpen && <OpenList />;
}

function OpenList() {
  const { shortcuts: words, common, views } = useStrings();
  const tables = useShownTables();
  const isCovered = tables.some(({ covers }) => covers);
  const everywhere = [
    { keys: `${MODIFIER} K`, does: words.palette },
    { keys: '?', does: words.shortcuts },
    { keys: `${MODIFIER} Z`, does: words.undo },
    { keys: `${MODIFIER} ⇧ Z`, does: words.redo },
    ...(isCovered
      ? []
      : VIEWS.map((view) => ({ keys: `G ${VIEW_KEYS[view].toUpperCase()}`, does: words.goTo(views[view]) }))),
  ];
  return (
    <Dialog
      title={words.title}
      size="large"
      onClose={hideShortcuts}
      actions={<Button onClick={hideShortcuts}>{common.close}</Button>}
    >
      <div className={styles.tables}>
        {[...tables, { title: words.everywhere, rows: everywhere }].map(({ title, rows }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {rows.map(({ keys, does }) => (
                <div key={keys}>
                  <dt>
                    <kbd>{keys}</kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
