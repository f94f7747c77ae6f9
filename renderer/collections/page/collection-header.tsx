/** Above what is in a set: the way back, its name to change in place, how much is in it, notes, and how to be rid of it. */
import { ArrowLeft, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatRoute, go } from '../../navigation/route.ts';
import { useStrings } from '../../strings/strings.ts';
import { useIsCovered } from '../../ui/covering.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { deleteCollection, renameCollection, setUserData } from '../collection-actions.ts';
import { type CollectionKind, type CollectionPageProps, VIEW_OF } from '../kinds.ts';
import styles from './collection-header.module.css';
import { NameInPlace } from './name-in-place.tsx';
import { NotesInPlace } from './notes-in-place.tsx';

interface CollectionHeaderProps extends CollectionPageProps {
  readonly kind: CollectionKind;
  /** What else can be done with it. */
  readonly children?: ReactNode;
}

export function CollectionHeader({ kind, id, collection, children }: CollectionHeaderProps) {
  const { collections: words } = useStrings();
  const isCovered = useIsCovered();
  const of = { kind, id };
  const remove = async (): Promise<void> => {
    if (await deleteCollection(of)) go(VIEW_OF[kind]);
  };
  return (
    <header className={styles.header}>
      <div className={styles.line} inert={isCovered}>
        <a
          href={formatRoute({ view: VIEW_OF[kind], id: null })}
          className={styles.back}
          aria-label={words.back}
          title={words.back}
        >
          <ArrowLeft aria-hidden />
        </a>
        <NameInPlace name={collection.name} onName={(name) => renameCollection(of, name)} />
        <p>{words[kind].members(collection.memberCount)}</p>
        <div className={styles.actions}>
          <IconButton label={words[kind].deleteIt} icon={<Trash2 />} onClick={() => void remove()} />
          {children}
        </div>
      </div>
      <NotesInPlace text={collection.userData} onKeep={(text) => setUserData(of, text)} />
    </header>
  );
}
