/** An album: its photos, which can be taken out of it. */
import { FolderDown, ImageMinus, Images, Plus } from 'lucide-react';
import { useCallback, useState } from 'react';
import { canSaveAll, saveAllOf } from '../../photos/export/save-copies.ts';
import type { MoreEntries } from '../../photos/photo-menu.tsx';
import { rememberedOrder } from '../../photos/photo-order.ts';
import { PhotoOrderMenu } from '../../photos/photo-order-menu.tsx';
import { TimelineGrid } from '../../photos/timeline-grid.tsx';
import { useTimeline } from '../../photos/use-timeline.ts';
import { useStrings } from '../../strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { addMembers, takeMembers } from '../collection-actions.ts';
import type { CollectionPageProps } from '../kinds.ts';
import { PhotoPicker } from '../picking/photo-picker.tsx';
import { CollectionHeader } from './collection-header.tsx';

export function AlbumPage({ id, collection }: CollectionPageProps) {
  const { collections: words, exports: exportWords } = useStrings();
  const [isAdding, setIsAdding] = useState(false);
  const timeline = useTimeline({ album: id }, rememberedOrder('album'));
  const more = useCallback<MoreEntries>(
    (ids, onGone) => [
      {
        label: words.album.takeOut,
        icon: <ImageMinus aria-hidden />,
        run: async () => {
          if (await takeMembers({ kind: 'album', id }, ids)) onGone();
        },
      },
    ],
    [words, id],
  );
  const addButton = (
    <Button tone="primary" icon={<Plus aria-hidden />} onClick={() => setIsAdding(true)}>
      {words.album.addPhotos}
    </Button>
  );
  return (
    <>
      <CollectionHeader kind="album" id={id} collection={collection}>
        {canSaveAll && collection.memberCount > 0 && (
          <IconButton label={exportWords.saveAll} icon={<FolderDown />} onClick={() => void saveAllOf({ album: id })} />
        )}
        {collection.memberCount > 1 && <PhotoOrderMenu timeline={timeline} place="album" />}
        {collection.memberCount > 0 && addButton}
      </CollectionHeader>
      <TimelineGrid
        timeline={timeline}
        more={more}
        empty={
          <EmptyState icon={<Images />} title={words.album.nobodyTitle} hint={words.album.nobodyHint}>
            {addButton}
          </EmptyState>
        }
      />
      {isAdding && (
        <PhotoPicker onAdd={(ids) => addMembers({ kind: 'album', id }, ids)} onClose={() => setIsAdding(false)} />
      )}
    </>
  );
}
