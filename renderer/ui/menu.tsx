/** A menu that opens from a button. */
import { DropdownMenu } from 'radix-ui';
import { type ReactNode, useContext } from 'react';
import styles from './menu.module.css';
import { type MenuGroup, MenuGroups } from './menu-groups.tsx';
import { OverlayContainer } from './overlay-container.ts';

interface MenuProps {
  /** The button; it has to take a ref, as every plain element does. */
  readonly trigger: ReactNode;
  /** Groups of entries, with a line between two groups. */
  readonly groups: readonly MenuGroup[];
}

export function Menu({ trigger, groups }: MenuProps) {
  const container = useContext(OverlayContainer);
  return (
    // Not modal: that would lock the page's scrolling by a style element, which the page's policy refuses.
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal container={container}>
        <DropdownMenu.Content className={styles.menu} align="end" sideOffset={6} collisionPadding={12}>
          <MenuGroups kind="dropdown" groups={groups} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
