/** What is in a group or face set, in a grid: opened, marked and taken out by mouse and keys alike. */
import { TriangleAlert, UserMinus } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { PagedList } from '../../lists/paged-list.ts';
import { useStrings } from '../../strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { MenuGroup } from '../../ui/menu-groups.tsx';
import { SelectionBar } from '../../ui/selection-bar.tsx';
import { type CardFocus, CardGrid } from '../cards/card-grid.tsx';
import { useMarks } from '../cards/marks.ts';

/** What a card of the grid is given besides what it shows. */
export interface MemberProps {
  readonly focus: CardFocus;
  readonly isMarked: boolean;
  readonly isMarking: boolean;
  readonly onMark: (by: 'toggle' | 'extend') => void;
  readonly groups: readonly MenuGroup[];
}

interface MembersProps<Item> {
  readonly label: string;
  readonly list: PagedList<Item>;
  readonly card: (item: Item, props: MemberProps) => ReactNode;
  /** What can be done with some of them, besides taking them out. */
  readonly more?: (ids: readonly string[]) => MenuGroup;
  readonly takeLabel: string;
  /** Out of the set. @returns whether it has been done */
  readonly take: (ids: readonly string[]) => Promise<boolean>;
  /** What stands there when nothing is in it. */
  readonly empty: ReactNode;
}

/** px: the narrowest card, and its height: a large face with two lines below. */
const CARD = 152;
const HEIGHT = 192;

export function Members<Item extends { readonly id: string }>(props: MembersProps<Item>) {
  const { label, list, card, more, takeLabel, take, empty } = props;
  const { collections: words, people, common } = useStrings();
  const { items, total, status, failure } = list.use();
  const marks = useMarks(list, true);

  if (status === 'failed') {
    return (
      <EmptyState icon={<TriangleAlert />} title={words.failedTitle} hint={failure ?? ''} isFailure>
        <Button onClick={() => void list.read()}>{common.retry}</Button>
      </EmptyState>
    );
  }
  if (status === 'ready' && total === 0) return empty;

  const isMarking = marks.ids.size > 0;
  const takeAway = async (ids: readonly string[]): Promise<void> => {
    if (ids.length > 0 && (await take(ids))) marks.clear();
  };
  const groupsOf = (ids: readonly string[]): readonly MenuGroup[] => [
    more?.(ids) ?? [],
    [
      {
        label: takeLabel,
        icon: <UserMinus aria-hidden />,
        keys: 'Del',
        run: () => void takeAway(ids),
        isDanger: true,
      },
    ],
  ];
  /** @param to where the key leads: where the focus is, unless it moves */
  const onKey = (event: KeyboardEvent, to: number): void => {
    const { key } = event;
    const here = items.get(to);
    if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === 'a') void marks.markAll();
    else if (key === ' ') void (event.shiftKey ? marks.extendTo(to) : marks.toggle(to));
    else if (event.shiftKey && /^(Arrow|Home|End|Page)/.test(key)) void marks.extendTo(to);
    else if (key === 'Escape' && isMarking) marks.clear();
    else if (key === 'Delete' || key === 'Backspace') void takeAway(isMarking ? [...marks.ids] : here ? [here.id] : []);
    else return;
    event.preventDefault();
  };
  return (
    <>
      {isMarking && (
        <SelectionBar
          label={people.selection}
          count={people.selected(marks.ids.size)}
          onClear={marks.clear}
          onSelectAll={marks.ids.size < total && (() => void marks.markAll())}
          actions={groupsOf([...marks.ids])}
        />
      )}
      <CardGrid
        label={label}
        count={total}
        keyOf={(place) => items.get(place)?.id ?? String(place)}
        minWidth={CARD}
        heightOf={() => HEIGHT}
        gap={8}
        onKey={onKey}
        onSight={list.see}
        card={(place, focus) => {
          const item = items.get(place);
          if (!item) return null;
          const isMarked = marks.ids.has(item.id);
          return card(item, {
            ...{ focus, isMarked, isMarking },
            onMark: (by) => void (by === 'extend' ? marks.extendTo(place) : marks.toggle(place)),
            groups: groupsOf(isMarked ? [...marks.ids] : [item.id]),
          });
        }}
      />
    </>
  );
}
