/** One face of a grid: pressed, it opens its photo; how sure the name is stands below. */
import type { MouseEvent } from 'react';
import { useStrings } from '../../strings/strings.ts';
import { ContextMenu } from '../../ui/context-menu.tsx';
import type { MenuGroup } from '../../ui/menu-groups.tsx';
import { RoundCheck } from '../../ui/round-check.tsx';
import styles from './face-grid.module.css';
import type { Face } from './face-grid.tsx';

interface FaceTileProps {
  readonly face: Face;
  readonly place: number;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly isSelecting: boolean;
  readonly menu: readonly MenuGroup[];
  readonly onSelect: (key: string, by: 'toggle' | 'extend') => void;
  readonly onOpen: () => void;
}

export function FaceTile({ face, place, isCurrent, isSelected, isSelecting, menu, onSelect, onOpen }: FaceTileProps) {
  const { people: words, photo, common } = useStrings();
  const { id, how, confidence } = face;
  const isSure = how !== 'automatic' || confidence === null;
  const label = common.list([
    words.faceAt(place + 1),
    ...(isSure ? [] : [photo.automaticAt(photo.percent(confidence))]),
  ]);
  const onClick = (event: MouseEvent): void => {
    if (event.shiftKey) onSelect(id, 'extend');
    else if (isSelecting || event.ctrlKey || event.metaKey) onSelect(id, 'toggle');
    else onOpen();
  };
  return (
    <ContextMenu groups={menu}>
      <li className={styles.tile} data-selected={isSelected || undefined}>
        <button
          type="button"
          className={styles.face}
          data-card={id}
          tabIndex={isCurrent ? 0 : -1}
          aria-label={label}
          aria-pressed={isSelecting ? isSelected : undefined}
          onClick={onClick}
        >
          <img src={`/face/${id}`} alt="" loading="lazy" decoding="async" draggable={false} />
        </button>
        <RoundCheck
          of={label}
          isSelected={isSelected}
          isShown={isSelecting}
          onSelect={(by) => onSelect(id, by)}
          className={styles.check}
        />
        {!isSure && <small title={photo.automaticAt(photo.percent(confidence))}>{photo.percent(confidence)}</small>}
      </li>
    </ContextMenu>
  );
}
