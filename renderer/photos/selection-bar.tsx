/** What stands above a grid while photos are selected: how many, and what can be done with them. */
import { Ellipsis, X } from 'lucide-react';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import type { MenuGroup } from '../ui/menu-groups.tsx';
import type { Selection } from './selection.ts';
import styles from './selection-bar.module.css';

interface SelectionBarProps {
  readonly selection: Selection;
  /** How many there are to select. */
  readonly total: number;
  readonly menuOf: (ids: readonly string[]) => readonly MenuGroup[];
}

export function SelectionBar({ selection, total, menuOf }: SelectionBarProps) {
  const { photos: words } = useStrings();
  const ids = selection.use((state) => state.ids);
  if (ids.size === 0) return null;
  const groups = menuOf([...ids]);
  const plain = groups.flat().filter(({ entries }) => !entries);
  return (
    <section className={styles.bar} aria-label={words.selection}>
      <IconButton label={words.clearSelection} icon={<X />} onClick={() => selection.clear()} />
      <p role="status">{words.selected(ids.size)}</p>
      {ids.size < total && (
        <Button tone="quiet" onClick={() => void selection.selectAll()}>
          {words.selectAll}
        </Button>
      )}
      <div className={styles.actions}>
        {plain.map(({ label, icon, run }) => (
          <IconButton key={label} label={label} icon={icon} onClick={run} />
        ))}
        <Menu
          trigger={
            <button type="button" className={styles.more} aria-label={words.moreActions} title={words.moreActions}>
              <Ellipsis aria-hidden />
            </button>
          }
          groups={groups}
        />
      </div>
    </section>
  );
}
