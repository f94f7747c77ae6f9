/** All photos, newest first. */
import { ArrowDownUp, FolderPlus, ImageOff, Images, Minus, Plus } from 'lucide-react';
import { useCallback } from 'react';
import { go } from '../navigation/route.ts';
import { openPhotoAt } from '../photo/open-photo.ts';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { ViewHeader } from '../ui/view-header.tsx';
import { PhotoGrid } from './photo-grid.tsx';
import { fetchSight, readTimeline, sortPhotos, usePhotos } from './photos-store.ts';
import { ROW_HEIGHTS, useRowHeight, useShownRowHeight, zoomGrid } from './row-height.ts';

export function PhotosView() {
  const { photos: words, imports, count, common, views } = useStrings();
  const { days, aspects, photos, order, status, failure } = usePhotos();
  const chosen = useRowHeight((state) => state.height);
  const rowHeight = useShownRowHeight();
  const onSight = useCallback((first: number, end: number) => void fetchSight(first, end), []);
  const onOpen = useCallback((place: number) => void openPhotoAt(place), []);

  if (status === 'failed') {
    return (
      <EmptyState icon={<ImageOff />} title={words.failedTitle} hint={failure ?? ''} isFailure>
        <Button onClick={() => void readTimeline()}>{common.retry}</Button>
      </EmptyState>
    );
  }
  if (status === 'ready' && aspects.length === 0) {
    return (
      <EmptyState icon={<Images />} title={words.emptyTitle} hint={words.emptyHint}>
        <Button tone="primary" icon={<FolderPlus />} onClick={() => go('imports')}>
          {imports.add}
        </Button>
      </EmptyState>
    );
  }
  return (
    <>
      <ViewHeader title={views.photos} detail={status === 'ready' ? count.photos(aspects.length) : ''}>
        <Menu
          trigger={
            <Button tone="quiet" icon={<ArrowDownUp aria-hidden />}>
              {words.order[order]}
            </Button>
          }
          groups={[
            [
              { label: words.order.newest, run: () => void sortPhotos('newest') },
              { label: words.order.oldest, run: () => void sortPhotos('oldest') },
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
      <PhotoGrid {...{ days, aspects, photos, onSight, onOpen, rowHeight }} />
    </>
  );
}
