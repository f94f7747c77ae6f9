/** Somebody with a name: face, name and count; the name is changed in place. */

import { memo } from 'react';
import type { PersonCard as Person } from '../../../preload/contract.ts';
import { useStrings } from '../../strings/strings.ts';
import { NameField } from '../naming/name-field.tsx';
import { renamePerson } from '../naming/rename-person.ts';
import { mergeIntoPerson } from '../people-actions.ts';
import { cardMenu, type Pick } from './card-menu.tsx';
import styles from './people-card.module.css';
import { PeopleCard } from './people-card.tsx';

export interface CardProps {
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly isSelecting: boolean;
  readonly isNaming: boolean;
  /** Everything that is selected, when the card is among it. */
  readonly pick: Pick | null;
  readonly onSelect: (key: string, by: 'toggle' | 'extend') => void;
  /** The key of the card whose name is written; null for none. */
  readonly onNaming: (key: string | null) => void;
}

interface PersonCardProps extends CardProps {
  readonly person: Person;
}

export const PersonCard = memo(function PersonCard({ person, isNaming, onNaming, ...card }: PersonCardProps) {
  const { people: words, count } = useStrings();
  const { id, name, photoCount, coverFaceId } = person;
  const amount = count.photos(photoCount);
  const pick = card.pick ?? { persons: [id], groups: [], isHidden: person.hidden };
  const rename = async (next: string, ifNameTaken?: 'merge' | 'another'): Promise<boolean> => {
    const isTaken = await renamePerson(id, next, ifNameTaken);
    if (!isTaken) onNaming(null);
    return isTaken;
  };
  return (
    <PeopleCard
      {...card}
      id={id}
      faceId={coverFaceId}
      label={`${name}, ${amount}`}
      menu={cardMenu(pick, words, () => onNaming(id))}
      onCarry={() => pick}
      onDrop={(dropped) => void mergeIntoPerson(id, dropped)}
      caption={
        !isNaming && (
          <>
            <b className={styles.name} title={name}>
              {name}
            </b>
            <small className={styles.count}>{amount}</small>
          </>
        )
      }
    >
      {isNaming && (
        <div className={styles.field}>
          <NameField
            label={words.name}
            hideLabel
            initial={name}
            except={[id]}
            autoFocus
            onName={rename}
            onChoose={(other) => {
              onNaming(null);
              void mergeIntoPerson(other, { persons: [id], groups: [] });
            }}
            onCancel={() => onNaming(null)}
          />
        </div>
      )}
    </PeopleCard>
  );
});
