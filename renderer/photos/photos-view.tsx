/** All photos, newest first. */
import { FolderPlus, Images, ListFilter, Minus, Plus, SearchX, Trash2 } from 'lucide-react';
import { go } from '../navigation/route.ts';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Popover } from '../ui/popover.tsx';
import { ViewHeader } from '../ui/view-header.tsx';
import { allPhotos } from './all-photos.ts';
import { FilterChips } from './filter/filter-chips.tsx';
import { FilterForm } from './filter/filter-form.tsx';
import { clearFilter } from './filter/photo-filter.ts';
import { PhotoOrderMenu } from './photo-order-menu.tsx';
import { ROW_HEIGHTS, useRowHeight, zoomGrid } from './row-height.ts';
import { TimelineGrid } from './timeline-grid.tsx';

export function PhotosView() {
  const { photos: words, count, views } = useStrings();
  const total = allPhotos.use((state) => state.aspects.length);
  const status = allPhotos.use((state) => state.status);
  const chosen = useRowHeight((state) => state.height);
  return (
    <>
      <ViewHeader title={views.photos} detail={status === 'ready' ? count.photos(total) : ''}>
        <Popover
          label={words.filter.open}
          trigger={
            <Button tone="quiet" icon={<ListFilter aria-hidden />}>
              {words.filter.open}
            </Button>
          }
        >
          <FilterForm />
        </Popover>
        <PhotoOrderMenu timeline={allPhotos} place="all" />
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
      <FilterChips />
      <TimelineGrid timeline={allPhotos} empty={<NoPhotos />} />
    </>
  );
}

function NoPhotos() {
  const { photos: words, imports } = useStrings();
  const filter = allPhotos.use((state) => state.filter);
  if (Object.keys(filter).length === 0) {
    return (
      <EmptyState icon={<Images />} title={words.emptyTitle} hint={words.emptyHint}>
        <Button tone="primary" icon={<FolderPlus />} onClick={() => go('imports')}>
          {imports.add}
        </Button>
      </EmptyState>
    );
  }
  const isBin = filter.deleted === true;
  return (
    <EmptyState
      icon={isBin ? <Trash2 /> : <SearchX />}
      title={isBin ? words.filter.binEmptyTitle : words.filter.noneTitle}
      hint={isBin ? words.filter.binEmptyHint : words.filter.noneHint}
    >
      <Button onClick={clearFilter}>{words.filter.clear}</Button>
    </EmptyState>
  );
}
