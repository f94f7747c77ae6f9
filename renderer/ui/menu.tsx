/** A menu that opens from a button. */
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './menu.module.css';

export interface MenuEntry {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly run: () => void;
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
}

interface MenuProps {
  /** The button; it has to take a ref, as every plain element does. */
  readonly trigger: ReactNode;
  /** Groups of entries, with a line between two groups. */
  readonly groups: readonly (readonly MenuEntry[])[];
}

export function Menu({ trigger, groups }: MenuProps) {
  return (
    // Not modal: that would lock the page's scrolling by a style element, which the page's policy refuses.
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles.menu} align="end" sideOffset={6} collisionPadding={12}>
          {groups
            .filter((entries) => entries.length > 0)
            .map((entries, i) => (
              <DropdownMenu.Group key={entries[0]?.label}>
                {i > 0 && <DropdownMenu.Separator className={styles.line} />}
                {entries.map(({ label, icon, run, isDanger, isDisabled }) => (
                  <DropdownMenu.Item
                    key={label}
                    className={styles.entry}
                    data-danger={isDanger || undefined}
                    disabled={isDisabled === true}
                    onSelect={run}
                  >
                    {icon}
                    {label}
                  </DropdownMenu.Item>
                ))}
              </DropdownMenu.Group>
            ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
