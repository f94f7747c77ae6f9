/** A face set: its faces, named or not. */
import { BookPlus, Plus, ScanFace } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../bridge.ts';
import { usePagedList } from '../../lists/use-paged-list.ts';
import { openPhotoAmong } from '../../photo/open-photo.ts';
import { useStrings } from '../../strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { addMembers, takeMembers } from '../collection-actions.ts';
import { putInto } from '../collection-picker.tsx';
import type { CollectionPageProps } from '../kinds.ts';
import { FacePicker } from '../picking/face-picker.tsx';
import { CollectionHeader } from './collection-header.tsx';
import { MemberCard } from './member-card.tsx';
import { Members } from './members.tsx';

export function FacesetPage({ id, collection }: CollectionPageProps) {
  const { collections: words } = useStrings();
  const [isAdding, setIsAdding] = useState(false);
  const list = usePagedList(id, ['collections', 'people', 'photos'], async (range) => {
    const { faces, total } = await call('faceset.faces', { id, ...range });
    return { items: faces, total };
  });
  const of = { kind: 'faceset', id } as const;
  const addButton = (
    <Button tone="primary" icon={<Plus aria-hidden />} onClick={() => setIsAdding(true)}>
      {words.faceset.addFaces}
    </Button>
  );
  return (
    <>
      <CollectionHeader kind="faceset" id={id} collection={collection}>
        {collection.memberCount > 0 && addButton}
      </CollectionHeader>
      <Members
        label={words.faceset.faces}
        list={list}
        take={(ids) => takeMembers(of, ids)}
        takeLabel={words.faceset.takeOut}
        more={(ids) => [
          {
            label: words.faceset.toAnother,
            icon: <BookPlus aria-hidden />,
            run: () => void putInto('faceset', ids, id),
          },
        ]}
        empty={
          <EmptyState icon={<ScanFace />} title={words.faceset.nobodyTitle} hint={words.faceset.nobodyHint}>
            {addButton}
          </EmptyState>
        }
        card={(face, props) => (
          <MemberCard
            faceId={face.id}
            name={face.name ?? ''}
            onOpen={() => void openPhotoAmong(face.photoId, { faceList: { of: 'faceset', id } })}
            {...props}
          />
        )}
      />
      {isAdding && <FacePicker onAdd={(ids) => addMembers(of, ids)} onClose={() => setIsAdding(false)} />}
    </>
  );
}
