/** The faces of a face set, named or not. */
import { BookPlus, ScanFace, UserMinus } from 'lucide-react';
import { useMemo } from 'react';
import { call } from '../bridge.ts';
import { openPhoto } from '../photo/open-photo.ts';
import { useStrings } from '../strings/strings.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { takeMembers } from './collection-actions.ts';
import { putInto } from './collection-picker.tsx';
import { MemberCard } from './member-card.tsx';
import { Members } from './members.tsx';
import { pagedList } from './paged-list.ts';

export function FacesetFaces({ id }: { readonly id: string }) {
  const { collections: words } = useStrings();
  const list = useMemo(
    () =>
      pagedList(async (offset, limit) => {
        const { faces, total } = await call('faceset.faces', { id, offset, limit });
        return { items: faces, total };
      }),
    [id],
  );
  const take = (ids: readonly string[]): Promise<boolean> => takeMembers({ kind: 'faceset', id }, ids);
  return (
    <Members
      label={words.faceset.faces}
      list={list}
      news={['collections', 'people', 'photos']}
      take={take}
      groupsOf={(ids) => [
        [
          {
            label: words.faceset.toAnother,
            icon: <BookPlus aria-hidden />,
            run: () => void putInto('faceset', ids, id),
          },
        ],
        [
          {
            label: words.faceset.takeOut,
            icon: <UserMinus aria-hidden />,
            keys: 'Del',
            run: () => void take(ids),
            isDanger: true,
          },
        ],
      ]}
      empty={<EmptyState icon={<ScanFace />} title={words.faceset.nobodyTitle} hint={words.faceset.nobodyHint} />}
      card={(face, props) => (
        <MemberCard faceId={face.id} name={face.name ?? ''} onOpen={() => void openPhoto(face.photoId)} {...props} />
      )}
    />
  );
}
