/** All photos, newest first. */
import { ArrowDownUp, FolderPlus, Images, Minus, Plus } from 'lucide-react';
import { go } from '../navigation/route.ts';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { ViewHeader } from '../ui/view-header.tsx';
import { allPhotos } from './all-photos.ts';
import { ROW_HEIGHTS, useRowHeight, zoomGrid } from './row-height.ts';
import { TimelineGrid } from './timeline-grid.tsx';

export function PhotosView() {
  const { photos: words, imports, count, views } = useStrings();
  const order = allPhotos.use((state) => state.order);
  const total = allPhotos.use((state) => state.aspects.length);
  const status = allPhotos.use((state) => state.status);
  const chosen = useRowHeight((state) => state.height);
  return (
    <>
      <ViewHeader title={views.photos} detail={status === 'ready' ? count.photos(total) : ''}>
        <Menu
          trigger={
            <Button tone="quiet" icon={<ArrowDownUp aria-hidden />}>
              {words.order[order]}
            </Button>
          }
          groups={[
            [
              { label: words.order.newest, run: () => void allPhotos.ask({ order: 'newest' }) },
              { label: words.order.oldest, run: () => void allPhotos.ask({ order: 'oldest' }) },
            ],
          ]}
        />
        <IconButton
          label={words.smaller}
          icon={<Minus />}
          onClick={() => zoomGrid(-1)}
          disabled={chosen === ROW_HEIGHTS[0]}
        />
        <IconButton
          label={words.larger}
          icon={<Plus />}
          onClick={() => zoomGrid(1)}
          disabled={chosen === ROW_HEIGHTS.at(-1)}
        />
      </ViewHeader>
      <TimelineGrid
        timeline={allPhotos}
        empty={
          <EmptyState icon={<Images />} title={words.emptyTitle} hint={words.emptyHint}>
            <Button tone="primary" icon={<FolderPlus />} onClick={() => go('imports')}>
              {imports.add}
            </Button>
          </EmptyState>
        }
      />
    </>
  );
}
