/** One card of the overview: a round face with its name and how much there is of it, to open, name, select and drag. */
import { Ellipsis } from 'lucide-react';
import { type MouseEvent, type ReactNode, useState } from 'react';
import { formatRoute } from '../../navigation/route.ts';
import { useStrings } from '../../strings/strings.ts';
import { ContextMenu } from '../../ui/context-menu.tsx';
import { FaceImage } from '../../ui/face-image.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { MenuGroup } from '../../ui/menu-groups.tsx';
import { RoundCheck } from '../../ui/round-check.tsx';
import type { Picked } from '../people-actions.ts';
import { carried, carry, isCarried } from './carried.ts';
import styles from './people-card.module.css';

interface PeopleCardProps {
  readonly id: string;
  readonly page?: 'unnamed';
  readonly faceId: string | null;
  /** Said of it: the name, or that there is none, and how much there is. */
  readonly label: string;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  /** Something is selected: a press selects more instead of opening. */
  readonly isSelecting: boolean;
  readonly menu: readonly MenuGroup[];
  readonly onSelect: (key: string, by: 'toggle' | 'extend') => void;
  /** What goes along when this card is dragged. */
  readonly onCarry: () => Picked;
  /** Others are dropped on it: they are the same. */
  readonly onDrop: (dropped: Picked) => void;
  /** Below the face, part of what is pressed to open it: the name, how much there is. */
  readonly caption: ReactNode;
  /** A field that stands below. */
  readonly children?: ReactNode;
}

export function PeopleCard(props: PeopleCardProps) {
  const {
    id,
    page,
    faceId,
    label,
    isCurrent,
    isSelected,
    isSelecting,
    menu,
    onSelect,
    onCarry,
    onDrop,
    caption,
    children,
  } = props;
  const { people: words } = useStrings();
  const [isOver, setIsOver] = useState(false);
  const onClick = (event: MouseEvent): void => {
    if (!(event.shiftKey || event.ctrlKey || event.metaKey || isSelecting)) return;
    event.preventDefault();
    onSelect(id, event.shiftKey ? 'extend' : 'toggle');
  };
  return (
    <ContextMenu groups={menu}>
      <li
        className={styles.card}
        data-selected={isSelected || undefined}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          if (!isCarried(event)) return;
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          setIsOver(false);
          const dropped = carried(event);
          if (!dropped) return;
          event.preventDefault();
          if (![...dropped.persons, ...dropped.groups].includes(id)) onDrop(dropped);
        }}
      >
        <a
          href={formatRoute({ view: 'people', id, page })}
          className={styles.open}
          data-card={id}
          tabIndex={isCurrent ? 0 : -1}
          aria-label={isSelecting ? `${label}, ${isSelected ? words.isSelected : words.isNotSelected}` : label}
          onClick={onClick}
          onDragStart={(event) => carry(event, onCarry())}
        >
          <span className={styles.face}>
            <FaceImage faceId={faceId} size="large" />
          </span>
          {caption}
        </a>
        <RoundCheck
          of={label}
          isSelected={isSelected}
          isShown={isSelecting}
          onSelect={(by) => onSelect(id, by)}
          className={styles.check}
        />
        <Menu
          trigger={
            <button type="button" tabIndex={-1} className={styles.more} aria-label={words.moreFor(label)}>
              <Ellipsis aria-hidden />
            </button>
          }
          groups={menu}
        />
        {children}
      </li>
    </ContextMenu>
  );
}
