/** Above all sets of a kind: how many there are, finding one by its name, and in what order they stand. */
import { ArrowDownUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ViewHeader } from '../ui/view-header.tsx';
import { chooseOrder, ORDERS, useOrder } from './collection-order.ts';
import { useCollections } from './collections-store.ts';
import { type CollectionKind, VIEW_OF } from './kinds.ts';
import styles from './overview.module.css';

interface OverviewHeaderProps {
  readonly kind: CollectionKind;
  readonly typed: string;
  readonly onType: (text: string) => void;
  /** What else can be done here. */
  readonly children: ReactNode;
}

/** So few are found by looking. */
const FEW = 8;

export function OverviewHeader({ kind, typed, onType, children }: OverviewHeaderProps) {
  const { collections: words, views } = useStrings();
  const { all, status } = useCollections(kind);
  const order = useOrder(kind);
  return (
    <ViewHeader title={views[VIEW_OF[kind]]} detail={status === 'ready' ? words[kind].count(all.length) : ''}>
      {(all.length > FEW || typed !== '') && (
        <TextField
          label={words.find}
          hideLabel
          type="search"
          className={styles.find}
          placeholder={words.find}
          value={typed}
          onChange={(event) => onType(event.target.value)}
        />
      )}
      {all.length > 1 && (
        <Menu
          trigger={
            <Button tone="quiet" icon={<ArrowDownUp aria-hidden />}>
              {words.order[order]}
            </Button>
          }
          groups={[
            ORDERS.map((choice) => ({
              label: words.order[choice],
              isChosen: choice === order,
              run: () => chooseOrder(kind, choice),
            })),
          ]}
        />
      )}
      {children}
    </ViewHeader>
  );
}
