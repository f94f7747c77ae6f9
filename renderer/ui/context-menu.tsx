/** A menu for what is pressed with the right button, or has the focus when the menu key is pressed. */
import { ContextMenu as Radix } from 'radix-ui';
import { type ReactNode, useContext } from 'react';
import styles from './menu.module.css';
import { type MenuGroup, MenuGroups } from './menu-groups.tsx';
import { OverlayContainer } from './overlay-container.ts';

interface ContextMenuProps {
  /** What it belongs to: one element. */
  readonly children: ReactNode;
  /** Groups of entries, with a line between two groups. */
  readonly groups: readonly MenuGroup[];
}

export function ContextMenu({ children, groups }: ContextMenuProps) {
  const container = useContext(OverlayContainer);
  return (
    // Not modal, for the same reason as in menu.tsx.
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal container={container}>
        <Radix.Content className={styles.menu} collisionPadding={12}>
          <MenuGroups kind="context" groups={groups} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
