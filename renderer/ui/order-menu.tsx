/** In what order things stand: the order that holds, and a menu of all of them. */
import { ArrowDownUp } from 'lucide-react';
import { Button } from './button.tsx';
import { Menu } from './menu.tsx';

interface OrderMenuProps<Order extends string> {
  readonly orders: readonly Order[];
  readonly order: Order;
  /** What each is called. */
  readonly words: Readonly<Record<Order, string>>;
  readonly onChoose: (order: Order) => void;
}

export function OrderMenu<Order extends string>({ orders, order, words, onChoose }: OrderMenuProps<Order>) {
  return (
    <Menu
      trigger={
        <Button tone="quiet" icon={<ArrowDownUp aria-hidden />}>
          {words[order]}
        </Button>
      }
      groups={[orders.map((each) => ({ label: words[each], isChosen: each === order, run: () => onChoose(each) }))]}
    />
  );
}
