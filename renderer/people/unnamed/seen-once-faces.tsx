/** Faces that look like nobody else: each may be named, and several at once when they are one person after all. */
import { EyeOff, Trash2, UserRoundPen } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../bridge.ts';
import { change } from '../../changes/change.ts';
import { usePagedList } from '../../lists/use-paged-list.ts';
import { useStrings } from '../../strings/strings.ts';
import type { MenuGroup } from '../../ui/menu-groups.tsx';
import { type Face, FaceGrid } from '../faces/face-grid.tsx';
import { OtherPersonDialog } from '../faces/other-person-dialog.tsx';

export function SeenOnceFaces() {
  const { people: words, photo } = useStrings();
  const [named, setNamed] = useState<readonly string[] | null>(null);
  const list = usePagedList<Face>('seen once', ['people', 'photos'], async (range) => {
    const { faces, total } = await call('unnamed.seen-once', range);
    return { items: faces, total };
  });
  const menuOf = (faces: readonly Face[]): MenuGroup[] => {
    const ids = faces.map(({ id }) => id);
    return [
      [
        { label: words.nameFaces, icon: <UserRoundPen aria-hidden />, run: () => setNamed(ids) },
        {
          label: words.notInterested,
          icon: <EyeOff aria-hidden />,
          run: () => void change(() => call('faces.hide', { ids, hidden: true })),
        },
        {
          label: photo.deleteFace,
          icon: <Trash2 aria-hidden />,
          run: () => void change(() => call('faces.delete', { ids })),
        },
      ],
    ];
  };
  return (
    <>
      <FaceGrid among={{ faceList: { of: 'seen-once' } }} list={list} menuOf={menuOf} />
      {named && <OtherPersonDialog faceIds={named} except={[]} onClose={() => setNamed(null)} />}
    </>
  );
}
