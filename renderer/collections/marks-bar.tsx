/** What stands above members while some are marked: how many, and what can be done with them. */
import { X } from 'lucide-react';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import type { MenuGroup } from '../ui/menu-groups.tsx';
import type { Marks } from './marks.ts';
import styles from './marks-bar.module.css';

interface MarksBarProps {
  readonly marks: Marks;
  /** How many there are to mark. */
  readonly total: number;
  readonly groups: readonly MenuGroup[];
}

export function MarksBar({ marks, total, groups }: MarksBarProps) {
  const { collections: words, photos } = useStrings();
  if (marks.ids.size === 0) return null;
  return (
    <section className={styles.bar} aria-label={words.marks}>
      <IconButton label={photos.clearSelection} icon={<X />} onClick={() => marks.clear()} />
      <p role="status">{photos.selected(marks.ids.size)}</p>
      {marks.ids.size < total && (
        <Button tone="quiet" onClick={() => void marks.markAll()}>
          {photos.selectAll}
        </Button>
      )}
      <div className={styles.actions}>
        {groups.flat().map(({ label, icon, run, isDanger }) => (
          <Button key={label} tone={isDanger ? 'danger' : 'plain'} icon={icon} onClick={run}>
            {label}
          </Button>
        ))}
      </div>
    </section>
  );
}
