/** Who it is: a large face, the name (changed in place), what there is of them, and what can be done with them. */
import {
  ArrowLeft,
  BookUser,
  Ellipsis,
  Eye,
  EyeOff,
  FolderDown,
  Merge,
  Pencil,
  ScanFace,
  UserRoundX,
} from 'lucide-react';
import { useState } from 'react';
import type { Result } from '../../../preload/contract.ts';
import { putInto } from '../../collections/collection-picker.tsx';
import { formatRoute, go } from '../../navigation/route.ts';
import { canSaveAll, saveAllOf } from '../../photos/export/save-copies.ts';
import { useStrings } from '../../strings/strings.ts';
import { FaceImage } from '../../ui/face-image.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { askWho } from '../../who/who-store.ts';
import { askToMerge } from '../merging/ask-to-merge.ts';
import { NameField } from '../naming/name-field.tsx';
import { renamePerson } from '../naming/rename-person.ts';
import { deleteNames, hidePicked, mergeIntoPerson } from '../people-actions.ts';
import styles from './person-header.module.css';

export function PersonHeader({ person }: { readonly person: Result<'person.show'> | null }) {
  const { people: words, exports: exportWords, count } = useStrings();
  const [isNaming, setIsNaming] = useState(false);
  const [id, name] = [person?.id ?? '', person?.name ?? ''];
  const cover = person?.coverFaceId ?? null;
  const picked = { persons: [id], groups: [] };
  const rename = async (next: string, ifNameTaken?: 'merge' | 'another'): Promise<boolean> => {
    const isTaken = await renamePerson(id, next, ifNameTaken);
    if (!isTaken) setIsNaming(false);
    return isTaken;
  };
  const join = async (other: string): Promise<void> => {
    if (await mergeIntoPerson(other, picked)) go('people', other);
  };
  const years = [...new Set([person?.firstTakenAt?.slice(0, 10), person?.lastTakenAt?.slice(0, 10)])].filter(Boolean);
  const facts = person
    ? [count.photos(person.photoCount), count.faces(person.faceCount), years.join(' – ')].filter(Boolean)
    : [];
  const menu = [
    [
      { label: words.rename, icon: <Pencil aria-hidden />, run: () => setIsNaming(true) },
      { label: words.mergeIntoOther, icon: <Merge aria-hidden />, run: () => askToMerge(picked) },
      { label: words.addToGroup, icon: <BookUser aria-hidden />, run: () => void putInto('group', [id]) },
      ...(cover === null
        ? []
        : [{ label: words.unnamed, icon: <ScanFace aria-hidden />, run: () => void askWho(cover) }]),
      {
        label: person?.hidden ? words.unhide : words.hide,
        icon: person?.hidden ? <Eye aria-hidden /> : <EyeOff aria-hidden />,
        run: () => void hidePicked(picked, !person?.hidden),
      },
    ],
    canSaveAll
      ? [
          {
            label: exportWords.saveAll,
            icon: <FolderDown aria-hidden />,
            run: () => void saveAllOf({ persons: [id] }),
          },
        ]
      : [],
    [
      {
        label: words.deleteName(1),
        icon: <UserRoundX aria-hidden />,
        isDanger: true,
        run: () => void deleteNames([id]).then((isDone) => isDone && go('people')),
      },
    ],
  ];
  return (
    <header className={styles.header}>
      <IconButton label={words.toPeople} icon={<ArrowLeft />} onClick={() => go('people')} />
      <FaceImage faceId={person?.coverFaceId ?? null} size="medium" />
      <div className={styles.who}>
        {isNaming ? (
          <div className={styles.field}>
            <NameField
              label={words.name}
              hideLabel
              initial={name}
              except={[id]}
              autoFocus
              onName={rename}
              onChoose={(other) => void join(other)}
              onCancel={() => setIsNaming(false)}
            />
          </div>
        ) : (
          <div className={styles.name}>
            <h1>{name}</h1>
            {person && <IconButton label={words.rename} icon={<Pencil />} onClick={() => setIsNaming(true)} />}
            {person?.hidden && <small>{words.isHidden}</small>}
          </div>
        )}
        <p>
          {facts.join(' · ')}
          {person?.groups.map((group) => (
            <a key={group.id} className={styles.group} href={formatRoute({ view: 'groups', id: group.id })}>
              {group.name}
            </a>
          ))}
        </p>
      </div>
      <Menu trigger={<IconButton label={words.moreFor(name)} icon={<Ellipsis />} />} groups={menu} />
    </header>
  );
}
