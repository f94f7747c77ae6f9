/** The newest or the oldest photos first. */
import { ArrowDownUp } from 'lucide-react';
import type { Timeline } from '../photos/timeline.ts';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';

const ORDERS = ['newest', 'oldest'] as const;

export function PhotoOrderMenu({ timeline }: { readonly timeline: Timeline }) {
  const { photos: words } = useStrings();
  const order = timeline.use((state) => state.order);
  return (
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
          run: () => void timeline.ask({ order: choice }),
        })),
      ]}
    />
  );
}
