/** All groups, all face sets or all albums: to open, to find by name, to make, to rename and to delete. */
import { PanelRight, Plus, SearchX, TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import { findByName } from '../../../preload/contract/names.ts';
import { go } from '../../navigation/route.ts';
import { useStrings } from '../../strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { CardGrid } from '../cards/card-grid.tsx';
import { SignOf } from '../cards/sign-of.tsx';
import { addMembers, createCollection, deleteCollection, renameCollection } from '../collection-actions.ts';
import { putInto } from '../collection-picker.tsx';
import { readCollections, useCollections } from '../collections-store.ts';
import { type CollectionCardData, type CollectionKind, VIEW_OF } from '../kinds.ts';
import { PeopleShelf } from '../people-shelf/people-shelf.tsx';
import sides from '../sides.module.css';
import { CollectionCard } from './collection-card.tsx';
import { inOrder, useOrder } from './collection-order.ts';
import { NameDialog } from './name-dialog.tsx';
import { OverviewHeader } from './overview-header.tsx';

/** px: the narrowest card, and what stands below its picture. */
const CARD = 176;
const LINES = 56;
const NOBODY: ReadonlySet<string> = new Set();

export function Overview({ kind }: { readonly kind: CollectionKind }) {
  const { collections: words, views, common } = useStrings();
  const { all, status, failure } = useCollections(kind);
  const order = useOrder(kind);
  const [typed, setTyped] = useState('');
  /** What a name is asked for. */
  const [naming, setNaming] = useState<CollectionCardData | 'new' | null>(null);
  const [showPeople, setShowPeople] = useState(false);
  useEffect(() => void readCollections(kind), [kind]);
  const shown = useMemo(() => inOrder(findByName(all, typed), order), [all, typed, order]);

  const make = async (name: string): Promise<boolean> => {
    const id = await createCollection(kind, name);
    if (id !== null) go(VIEW_OF[kind], id);
    return id !== null;
  };
  const onKey = (event: KeyboardEvent, place: number): void => {
    const one = shown[place];
    if (!one || (event.key !== 'F2' && event.key !== 'Delete')) return;
    event.preventDefault();
    if (event.key === 'F2') setNaming(one);
    else void deleteCollection({ kind, id: one.id });
  };
  const makeButton = (
    <Button tone="primary" icon={<Plus aria-hidden />} onClick={() => setNaming('new')}>
      {words[kind].make}
    </Button>
  );
  const isEmpty = status === 'ready' && all.length === 0;
  return (
    <div className={sides.both}>
      <div className={sides.main}>
        <OverviewHeader kind={kind} typed={typed} onType={setTyped}>
          {kind === 'group' && all.length > 0 && (
            <IconButton
              label={words.group.showPeople}
              icon={<PanelRight />}
              pressed={showPeople}
              onClick={() => setShowPeople(!showPeople)}
            />
          )}
          {!isEmpty && makeButton}
        </OverviewHeader>
        {status === 'failed' && (
          <EmptyState icon={<TriangleAlert />} title={words.failedTitle} hint={failure ?? ''} isFailure>
            <Button onClick={() => void readCollections(kind)}>{common.retry}</Button>
          </EmptyState>
        )}
        {isEmpty && (
          <EmptyState icon={<SignOf kind={kind} />} title={words[kind].emptyTitle} hint={words[kind].emptyHint}>
            {makeButton}
          </EmptyState>
        )}
        {all.length > 0 && shown.length === 0 && (
          <EmptyState icon={<SearchX />} title={words.noneTitle} hint={words.noneHint} />
        )}
        {shown.length > 0 && (
          <CardGrid
            label={views[VIEW_OF[kind]]}
            count={shown.length}
            keyOf={(place) => shown[place]?.id ?? ''}
            minWidth={CARD}
            heightOf={(width) => width + LINES}
            onKey={onKey}
            card={(place, focus) => {
              const one = shown[place];
              if (!one) return null;
              const of = { kind, id: one.id };
              return (
                <CollectionCard
                  kind={kind}
                  collection={one}
                  focus={focus}
                  onRename={() => setNaming(one)}
                  onDelete={() => void deleteCollection(of)}
                  onPeople={(ids) => void addMembers(of, ids)}
                />
              );
            }}
          />
        )}
      </div>
      {showPeople && kind === 'group' && (
        <PeopleShelf members={NOBODY} onAdd={(ids) => putInto('group', ids)} onClose={() => setShowPeople(false)} />
      )}
      {naming !== null && (
        <NameDialog
          kind={kind}
          present={naming === 'new' ? null : naming.name}
          onName={(name) => (naming === 'new' ? make(name) : renameCollection({ kind, id: naming.id }, name))}
          onClose={() => setNaming(null)}
        />
      )}
    </div>
  );
}
