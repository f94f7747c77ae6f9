/** The newest or the oldest photos first. */
import { useStrings } from '../strings/strings.ts';
import { OrderMenu } from '../ui/order-menu.tsx';
import type { Timeline } from './timeline.ts';

const ORDERS = ['newest', 'oldest'] as const;

export function PhotoOrderMenu({ timeline }: { readonly timeline: Timeline }) {
  const { photos: words } = useStrings();
  const order = timeline.use((state) => state.order);
  return (
    <OrderMenu
      orders={ORDERS}
      order={order}
      words={words.order}
      onChoose={(choice) => void timeline.ask({ order: choice })}
    />
  );
}
