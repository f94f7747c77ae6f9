/** What is in a menu, however it is opened: groups of entries, some of which open further ones. */
import { Check, ChevronRight } from 'lucide-react';
import { ContextMenu, DropdownMenu } from 'radix-ui';
import { type ReactNode, useContext } from 'react';
import styles from './menu.module.css';
import { OverlayContainer } from './overlay-container.ts';

export interface MenuEntry {
  readonly label: string;
  readonly icon?: ReactNode;
  /** Shown beside it: the key that does the same. */
  readonly keys?: string;
  readonly run?: () => void;
  /** Further entries that it opens instead of doing something. */
  readonly entries?: readonly MenuEntry[];
  /** One of several that holds now. */
  readonly isChosen?: boolean;
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
}

export type MenuGroup = readonly MenuEntry[];

const KINDS = { dropdown: DropdownMenu, context: ContextMenu } as const;

interface MenuGroupsProps {
  readonly kind: keyof typeof KINDS;
  readonly groups: readonly MenuGroup[];
}

export function MenuGroups({ kind, groups }: MenuGroupsProps) {
  const { Group, Separator } = KINDS[kind];
  return groups
    .filter((entries) => entries.length > 0)
    .map((entries, i) => (
      <Group key={entries[0]?.label}>
        {i > 0 && <Separator className={styles.line} />}
        {entries.map((entry) => (
          <Entry key={entry.label} kind={kind} entry={entry} />
        ))}
      </Group>
    ));
}

function Entry({ kind, entry }: { readonly kind: keyof typeof KINDS; readonly entry: MenuEntry }) {
  const { Item, Portal, Sub, SubContent, SubTrigger } = KINDS[kind];
  const container = useContext(OverlayContainer);
  const { label, icon, keys, run, entries, isChosen, isDanger, isDisabled } = entry;
  if (entries) {
    return (
      <Sub>
        <SubTrigger className={styles.entry} disabled={isDisabled === true || entries.length === 0}>
          {icon}
          {label}
          <ChevronRight className={styles.aside} aria-hidden />
        </SubTrigger>
        <Portal container={container}>
          <SubContent className={styles.menu} sideOffset={4} collisionPadding={12}>
            {entries.map((further) => (
              <Entry key={further.label} kind={kind} entry={further} />
            ))}
          </SubContent>
        </Portal>
      </Sub>
    );
  }
  return (
    <Item
      className={styles.entry}
      data-danger={isDanger || undefined}
      disabled={isDisabled === true}
      onSelect={() => run?.()}
    >
      {icon}
      {label}
      {isChosen && <Check className={styles.aside} aria-hidden />}
      {keys && <kbd className={styles.aside}>{keys}</kbd>}
    </Item>
  );
}
