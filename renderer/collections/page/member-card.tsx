/** A person of a group, or a face of a face set: opened by a press, marked by the round box or with Ctrl and Shift. */
import type { MouseEvent } from 'react';
import { useStrings } from '../../strings/strings.ts';
import { ContextMenu } from '../../ui/context-menu.tsx';
import { FaceImage } from '../../ui/face-image.tsx';
import type { MenuGroup } from '../../ui/menu-groups.tsx';
import { RoundCheck } from '../../ui/round-check.tsx';
import type { CardFocus } from '../cards/card-grid.tsx';
import styles from './member-card.module.css';

interface MemberCardProps {
  readonly faceId: string | null;
  /** Empty for a face that nobody has named. */
  readonly name: string;
  readonly detail?: string;
  /** Of the page it opens. */
  readonly href?: string;
  /** What it does where it opens no page. */
  readonly onOpen?: () => void;
  readonly isMarked: boolean;
  /** Something is marked: a press marks more instead of opening. */
  readonly isMarking: boolean;
  readonly onMark: (by: 'toggle' | 'extend') => void;
  readonly groups: readonly MenuGroup[];
  readonly focus: CardFocus;
}

export function MemberCard(props: MemberCardProps) {
  const { faceId, name, detail, href, onOpen, isMarked, isMarking, onMark, groups, focus } = props;
  const { collections: words, photo } = useStrings();
  const said = name === '' ? photo.unknownFace : name;
  const onClick = (event: MouseEvent): void => {
    const isMark = isMarking || event.shiftKey || event.ctrlKey || event.metaKey;
    if (isMark) {
      event.preventDefault();
      onMark(event.shiftKey ? 'extend' : 'toggle');
    } else onOpen?.();
  };
  const shown = (
    <>
      <FaceImage faceId={faceId} size="large" />
      <b data-unnamed={name === '' || undefined}>{said}</b>
      {detail && <small>{detail}</small>}
    </>
  );
  const common = {
    className: styles.open,
    onClick,
    'aria-label': isMarked ? words.marked(said) : undefined,
    ...focus,
  };
  return (
    <div className={styles.card} data-marked={isMarked || undefined}>
      <ContextMenu groups={groups}>
        {href === undefined ? (
          <button type="button" {...common}>
            {shown}
          </button>
        ) : (
          <a href={href} draggable={false} {...common}>
            {shown}
          </a>
        )}
      </ContextMenu>
      <RoundCheck of={said} isSelected={isMarked} isShown={isMarking} onSelect={onMark} className={styles.check} />
    </div>
  );
}
