/** A group: its people, and everybody else beside them to be added. */
import { UserPlus, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../bridge.ts';
import { usePagedList } from '../../lists/use-paged-list.ts';
import { formatRoute } from '../../navigation/route.ts';
import { useStrings } from '../../strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { addMembers, takeMembers } from '../collection-actions.ts';
import type { CollectionPageProps } from '../kinds.ts';
import { usePeopleDrop } from '../people-shelf/people-drag.ts';
import { PeopleShelf } from '../people-shelf/people-shelf.tsx';
import sides from '../sides.module.css';
import { CollectionHeader } from './collection-header.tsx';
import { MemberCard } from './member-card.tsx';
import { Members } from './members.tsx';
import { useMembers } from './use-members.ts';

export function GroupPage({ id, collection }: CollectionPageProps) {
  const { collections: words, count, views } = useStrings();
  const [isAdding, setIsAdding] = useState(false);
  const list = usePagedList(id, ['collections', 'people'], async (range) => {
    const { people, total } = await call('group.people', { id, ...range });
    return { items: people, total };
  });
  const members = useMembers(list, isAdding);
  const of = { kind: 'group', id } as const;
  const { isOver, target } = usePeopleDrop((ids) => void addMembers(of, ids));
  const addButton = (
    <Button tone="primary" icon={<UserPlus aria-hidden />} onClick={() => setIsAdding(true)}>
      {words.group.addPeople}
    </Button>
  );
  return (
    <div className={sides.both}>
      {/* By keys they are added in the shelf. */}
      <div className={sides.main} data-over={isOver || undefined} {...target}>
        <CollectionHeader kind="group" id={id} collection={collection}>
          {!isAdding && collection.memberCount > 0 && addButton}
        </CollectionHeader>
        <Members
          label={views.people}
          list={list}
          take={(ids) => takeMembers(of, ids)}
          takeLabel={words.group.takeOut}
          empty={
            <EmptyState icon={<UsersRound />} title={words.group.nobodyTitle} hint={words.group.nobodyHint}>
              {!isAdding && addButton}
            </EmptyState>
          }
          card={(person, props) => (
            <MemberCard
              faceId={person.coverFaceId}
              name={person.name}
              detail={count.photos(person.photoCount)}
              href={formatRoute({ view: 'people', id: person.id })}
              {...props}
            />
          )}
        />
      </div>
      {isAdding && (
        <PeopleShelf members={members} onAdd={(ids) => addMembers(of, ids)} onClose={() => setIsAdding(false)} />
      )}
    </div>
  );
}
