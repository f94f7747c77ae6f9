/** Above all sets of a kind: how many there are, finding one by its name, and in what order they stand. */
import type { ReactNode } from 'react';
import { useStrings } from '../../strings/strings.ts';
import { OrderMenu } from '../../ui/order-menu.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { ViewHeader } from '../../ui/view-header.tsx';
import { useCollections } from '../collections-store.ts';
import { type CollectionKind, VIEW_OF } from '../kinds.ts';
import { chooseOrder, ORDERS, useOrder } from './collection-order.ts';

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
      {(all.length > FEW || typed !== '') && <SearchField label={words.find} value={typed} onType={onType} />}
      {all.length > 1 && (
        <OrderMenu orders={ORDERS} order={order} words={words.order} onChoose={(choice) => chooseOrder(kind, choice)} />
      )}
      {children}
    </ViewHeader>
  );
}
