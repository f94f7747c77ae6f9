/** A group that has no name yet: its faces, and who it may be. */
import { ArrowLeft, Eye, EyeOff, Merge, Split, UserRoundPen, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../bridge.ts';
import { change } from '../../changes/change.ts';
import { useAnswer } from '../../lists/use-answer.ts';
import { usePagedList } from '../../lists/use-paged-list.ts';
import { go } from '../../navigation/route.ts';
import { useStrings } from '../../strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import type { MenuGroup } from '../../ui/menu-groups.tsx';
import { type Face, FaceGrid } from '../faces/face-grid.tsx';
import { OtherPersonDialog } from '../faces/other-person-dialog.tsx';
import { askToMerge } from '../merging/ask-to-merge.ts';
import { NameField } from '../naming/name-field.tsx';
import { unlessNameTaken } from '../naming/unless-name-taken.ts';
import { hidePicked } from '../people-actions.ts';
import { LikelyPeople } from './likely-people.tsx';
import styles from './unnamed-page.module.css';

export function UnnamedPage({ id }: { readonly id: string }) {
  const { people: words, count } = useStrings();
  const { answer: group, failure } = useAnswer(id, ['people', 'photos'], () => call('unnamed.show', { id }));
  const [others, setOthers] = useState<readonly string[] | null>(null);
  const list = usePagedList<Face>(id, ['people', 'photos'], async (range) => {
    const { faces, total } = await call('unnamed.faces', { id, ...range });
    return { items: faces, total };
  });
  if (failure !== null) {
    return (
      <EmptyState icon={<UsersRound />} title={words.goneTitle} hint={failure}>
        <Button onClick={() => go('people')}>{words.toPeople}</Button>
      </EmptyState>
    );
  }
  const menuOf = (faces: readonly Face[]): MenuGroup[] => {
    const ids = faces.map((face) => face.id);
    return [
      [
        { label: words.somebodyElse, icon: <UserRoundPen aria-hidden />, run: () => setOthers(ids) },
        {
          label: words.ownGroup,
          icon: <Split aria-hidden />,
          run: () => void change(() => call('faces.split', { ids, from: { groupId: id } })),
        },
        {
          label: words.notInterested,
          icon: <EyeOff aria-hidden />,
          run: () => void change(() => call('faces.hide', { ids, hidden: true })),
        },
      ],
    ];
  };
  const join = async (personId: string): Promise<void> => {
    if (await change(() => call('unnamed.join', { id, personId }))) go('people', personId);
  };
  const name = async (text: string, ifNameTaken?: 'merge' | 'another'): Promise<boolean> => {
    const naming = call('unnamed.name', { id, name: text, ifNameTaken });
    const isTaken = await unlessNameTaken(naming);
    if (!isTaken)
      await naming.then(
        ({ personId }) => go('people', personId),
        () => undefined,
      );
    return isTaken;
  };
  const picked = { persons: [], groups: [id] };
  return (
    <>
      <header className={styles.header}>
        <IconButton label={words.toPeople} icon={<ArrowLeft />} onClick={() => go('people')} />
        <div className={styles.who}>
          <h1>{words.unnamed}</h1>
          <p>{group && count.faces(group.faceCount)}</p>
        </div>
        <div className={styles.name}>
          <NameField
            label={words.nameThem}
            hideLabel
            placeholder={words.nameThem}
            likely={group?.likely ?? []}
            onChoose={(personId) => void join(personId)}
            onName={name}
          />
        </div>
        <LikelyPeople people={group?.likely ?? []} onChoose={(personId) => void join(personId)} />
        <div className={styles.actions}>
          <Button tone="quiet" icon={<Merge aria-hidden />} onClick={() => askToMerge(picked)}>
            {words.mergeIntoOther}
          </Button>
          <Button
            tone="quiet"
            icon={group?.hidden ? <Eye aria-hidden /> : <EyeOff aria-hidden />}
            onClick={() => void hidePicked(picked, !group?.hidden)}
          >
            {group?.hidden ? words.unhide : words.notInterested}
          </Button>
        </div>
      </header>
      <FaceGrid among={{ faceList: { of: 'unnamed', id } }} list={list} menuOf={menuOf} />
      {others && <OtherPersonDialog faceIds={others} except={[]} onClose={() => setOthers(null)} />}
    </>
  );
}
