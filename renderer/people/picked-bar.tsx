/** What stands above the cards while some are selected: how many, and what can be done with them. */
import { X } from 'lucide-react';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { cardMenu, type Pick } from './card-menu.tsx';
import styles from './picked-bar.module.css';
import type { usePicked } from './use-picked.ts';

interface PickedBarProps {
  readonly picked: ReturnType<typeof usePicked>;
  readonly pick: Pick;
}

export function PickedBar({ picked, pick }: PickedBarProps) {
  const { people: words } = useStrings();
  // A name is written in place, of one at a time.
  const [, ...groups] = cardMenu(pick, words, () => undefined);
  return (
    <section className={styles.bar} aria-label={words.selection}>
      <IconButton label={words.clearSelection} icon={<X />} onClick={picked.clear} />
      <p role="status">{words.selected(picked.keys.size)}</p>
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
