/** Faces that look like one unknown person: who is this? The name is typed right here. */
import { memo, useState } from 'react';
import { call } from '../../bridge.ts';
import { change } from '../../changes/change.ts';
import { useStrings } from '../../strings/strings.ts';
import { NameField } from '../naming/name-field.tsx';
import { unlessNameTaken } from '../naming/unless-name-taken.ts';
import type { NameChoice } from '../naming/use-name-choices.ts';
import { mergeIntoGroup } from '../people-actions.ts';
import type { UnnamedGroup } from '../people-store.ts';
import { cardMenu } from './card-menu.tsx';
import styles from './people-card.module.css';
import { PeopleCard } from './people-card.tsx';
import type { CardProps } from './person-card.tsx';

interface UnnamedCardProps extends Omit<CardProps, 'isNaming' | 'onNaming'> {
  readonly group: UnnamedGroup;
  /** It has a name now and will go: on to the next. */
  readonly onNamed: (key: string) => void;
}

export const UnnamedCard = memo(function UnnamedCard({ group, onNamed, ...card }: UnnamedCardProps) {
  const { people: words, count } = useStrings();
  const { id, faceCount, coverFaceId, hidden } = group;
  const [likely, setLikely] = useState<readonly NameChoice[]>();
  const amount = count.faces(faceCount);
  const pick = card.pick ?? { persons: [], groups: [id], isHidden: hidden };
  /** Asked when it is about to be named, not for every group that scrolls by. */
  const findLikely = (): void => {
    if (likely) return;
    void call('unnamed.show', { id }).then(
      (shown) => setLikely(shown.likely),
      () => undefined,
    );
  };
  return (
    <PeopleCard
      {...card}
      id={id}
      page="unnamed"
      faceId={coverFaceId}
      label={`${words.unnamed} ${amount}`}
      menu={cardMenu(pick, words, () => document.getElementById(`name-${id}`)?.querySelector('input')?.focus())}
      onCarry={() => pick}
      onDrop={(dropped) => void mergeIntoGroup(id, dropped)}
      caption={<small className={styles.count}>{amount}</small>}
    >
      {!hidden && (
        // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that its field is about to be used.
        <div id={`name-${id}`} className={styles.field} onFocus={findLikely}>
          <NameField
            label={words.nameOf(amount)}
            hideLabel
            placeholder={words.nameThem}
            likely={likely ?? []}
            onChoose={(personId) => {
              onNamed(id);
              void change(() => call('unnamed.join', { id, personId }));
            }}
            onName={async (name, ifNameTaken) => {
              const isTaken = await unlessNameTaken(call('unnamed.name', { id, name, ifNameTaken }));
              if (!isTaken) onNamed(id);
              return isTaken;
            }}
          />
        </div>
      )}
    </PeopleCard>
  );
});
