/** The people of a group. */
import { UserMinus, UsersRound } from 'lucide-react';
import { useMemo } from 'react';
import { call } from '../bridge.ts';
import { formatRoute } from '../navigation/route.ts';
import { useStrings } from '../strings/strings.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { takeMembers } from './collection-actions.ts';
import { MemberCard } from './member-card.tsx';
import { Members } from './members.tsx';
import { pagedList } from './paged-list.ts';

export function GroupPeople({ id }: { readonly id: string }) {
  const { collections: words, count, views } = useStrings();
  const list = useMemo(
    () =>
      pagedList(async (offset, limit) => {
        const { people, total } = await call('group.people', { id, offset, limit });
        return { items: people, total };
      }),
    [id],
  );
  const take = (ids: readonly string[]): Promise<boolean> => takeMembers({ kind: 'group', id }, ids);
  return (
    <Members
      label={views.people}
      list={list}
      news={['collections', 'people']}
      take={take}
      groupsOf={(ids) => [
        [
          {
            label: words.group.takeOut,
            icon: <UserMinus aria-hidden />,
            keys: 'Del',
            run: () => void take(ids),
            isDanger: true,
          },
        ],
      ]}
      empty={<EmptyState icon={<UsersRound />} title={words.group.nobodyTitle} hint={words.group.nobodyHint} />}
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
  );
}
