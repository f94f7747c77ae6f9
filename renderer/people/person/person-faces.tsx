/** All faces that are taken for a person, and what to do when one is not theirs. */
import { Check, Split, SquareUser, UserRoundPen, UserRoundX } from 'lucide-react';
import { useState } from 'react';
import type { Result } from '../../../preload/contract.ts';
import { call } from '../../bridge.ts';
import { change } from '../../changes/change.ts';
import { usePagedList } from '../../lists/use-paged-list.ts';
import { useStrings } from '../../strings/strings.ts';
import type { MenuGroup } from '../../ui/menu-groups.tsx';
import { type Face, FaceGrid } from '../faces/face-grid.tsx';
import { OtherPersonDialog } from '../faces/other-person-dialog.tsx';

export function PersonFaces({ person }: { readonly person: Result<'person.show'> }) {
  const { people: words, photo } = useStrings();
  const { id, name } = person;
  const [others, setOthers] = useState<readonly string[] | null>(null);
  const list = usePagedList<Face>(id, ['people', 'photos'], async (range) => {
    const { faces, total } = await call('person.faces', { id, ...range });
    return { items: faces, total };
  });
  const menuOf = (faces: readonly Face[]): MenuGroup[] => {
    const ids = faces.map((face) => face.id);
    const [only] = faces.length === 1 ? faces : [];
    const automatic = faces.filter(({ how }) => how === 'automatic').map((face) => face.id);
    return [
      [
        ...(automatic.length > 0
          ? [
              {
                label: photo.confirm(name),
                icon: <Check aria-hidden />,
                run: () => void change(() => call('faces.confirm', { ids: automatic, personId: id })),
              },
            ]
          : []),
        {
          label: words.notThem(name),
          icon: <UserRoundX aria-hidden />,
          run: () => void change(() => call('faces.reject', { ids, personId: id })),
        },
        { label: words.somebodyElse, icon: <UserRoundPen aria-hidden />, run: () => setOthers(ids) },
        {
          label: words.ownGroup,
          icon: <Split aria-hidden />,
          run: () => void change(() => call('faces.split', { ids, from: { personId: id } })),
        },
      ],
      only
        ? [
            {
              label: words.useAsCover,
              icon: <SquareUser aria-hidden />,
              run: () => void change(() => call('person.set-feature-face', { id, faceId: only.id })),
            },
          ]
        : [],
    ];
  };
  return (
    <>
      <FaceGrid among={{ faceList: { of: 'person', id } }} list={list} menuOf={menuOf} />
      {others && <OtherPersonDialog faceIds={others} except={[id]} onClose={() => setOthers(null)} />}
    </>
  );
}
