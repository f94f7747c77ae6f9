/** One group, face set or album among all: what it looks like, its name, how much is in it. */
import { Pencil, Trash2 } from 'lucide-react';
import { formatRoute } from '../../navigation/route.ts';
import { useStrings } from '../../strings/strings.ts';
import { ContextMenu } from '../../ui/context-menu.tsx';
import type { CardFocus } from '../cards/card-grid.tsx';
import { Cover } from '../cards/cover.tsx';
import { type CollectionCardData, type CollectionKind, VIEW_OF } from '../kinds.ts';
import { usePeopleDrop } from '../people-shelf/people-drag.ts';
import styles from './collection-card.module.css';

interface CollectionCardProps {
  readonly kind: CollectionKind;
  readonly collection: CollectionCardData;
  readonly focus: CardFocus;
  readonly onRename: () => void;
  readonly onDelete: () => void;
  /** People dropped on it; groups only. */
  readonly onPeople: (ids: readonly string[]) => void;
}

export function CollectionCard({ kind, collection, focus, onRename, onDelete, onPeople }: CollectionCardProps) {
  const { collections: words } = useStrings();
  const { id, name, memberCount, covers } = collection;
  const { isOver, target } = usePeopleDrop(onPeople);
  return (
    <ContextMenu
      groups={[
        [
          { label: words.rename, icon: <Pencil aria-hidden />, keys: 'F2', run: onRename },
          { label: words.delete, icon: <Trash2 aria-hidden />, keys: 'Del', run: onDelete, isDanger: true },
        ],
      ]}
    >
      <a
        href={formatRoute({ view: VIEW_OF[kind], id })}
        className={styles.card}
        draggable={false}
        data-over={isOver || undefined}
        {...(kind === 'group' ? target : {})}
        {...focus}
      >
        <Cover kind={kind} covers={covers} />
        <b title={name}>{name}</b>
        <small>{words[kind].members(memberCount)}</small>
      </a>
    </ContextMenu>
  );
}
