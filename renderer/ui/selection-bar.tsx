/** Over the header of a view while something in it is selected: how much, and what can be done with it. */
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStrings } from '../strings/strings.ts';
import { Button } from './button.tsx';
import { useAsCovering } from './covering.ts';
import { IconButton } from './icon-button.tsx';
import type { MenuGroup } from './menu-groups.tsx';
import styles from './selection-bar.module.css';

interface SelectionBarProps {
  readonly label: string;
  /** How much is selected, in words. */
  readonly count: string;
  readonly onClear: () => void;
  /** Where there is more to select. */
  readonly onSelectAll?: (() => void) | false;
  /** What can be done with it, each as a button with its words. */
  readonly actions?: readonly MenuGroup[];
  /** Or buttons of its own. */
  readonly children?: ReactNode;
}

export function SelectionBar({ label, count, onClear, onSelectAll, actions = [], children }: SelectionBarProps) {
  const { common } = useStrings();
  useAsCovering();
  return (
    <section
      className={styles.bar}
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClear();
      }}
    >
      <IconButton label={common.clearSelection} icon={<X />} onClick={onClear} />
      <p role="status">{count}</p>
      {onSelectAll && (
        <Button tone="quiet" onClick={onSelectAll}>
          {common.selectAll}
        </Button>
      )}
      <div className={styles.actions}>
        {actions.flat().map(({ label: action, icon, run, isDanger }) => (
          <Button key={action} tone={isDanger ? 'danger' : 'plain'} icon={icon} onClick={run}>
            {action}
          </Button>
        ))}
        {children}
      </div>
    </section>
  );
}
