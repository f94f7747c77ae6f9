/** The newest or the oldest photos first. */
import { useStrings } from '../strings/strings.ts';
import { OrderMenu } from '../ui/order-menu.tsx';
import { choosePhotoOrder, ORDERS, type OrderedPlace } from './photo-order.ts';
import type { Timeline } from './timeline.ts';

interface PhotoOrderMenuProps {
  readonly timeline: Timeline;
  readonly place: OrderedPlace;
}

export function PhotoOrderMenu({ timeline, place }: PhotoOrderMenuProps) {
  const { photos: words } = useStrings();
  const order = timeline.use((state) => state.order);
  return (
    <OrderMenu
      orders={ORDERS}
      order={order}
      words={words.order}
      onChoose={(choice) => choosePhotoOrder(place, timeline, choice)}
    />
  );
}
