/** The photos of a timeline in a grid, with everything that can be done with them there. */
import { ImageOff } from 'lucide-react';
import { type ReactNode, useCallback, useMemo } from 'react';
import { openPhotoAt } from '../photo/open-photo.ts';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { deletePhotos } from './photo-actions.ts';
import { PhotoGrid } from './photo-grid.tsx';
import { type MoreEntries, usePhotoMenu } from './photo-menu.tsx';
import { PhotoSelectionBar } from './photo-selection-bar.tsx';
import { useShownRowHeight } from './row-height.ts';
import { createSelection } from './selection.ts';
import type { Timeline } from './timeline.ts';
import { useGridShortcuts } from './use-grid-shortcuts.ts';
import { useSelectionKeys } from './use-selection-keys.ts';

interface TimelineGridProps {
  readonly timeline: Timeline;
  /** What stands there when there are no photos. */
  readonly empty: ReactNode;
  /** What else can be done with photos in this view. */
  readonly more?: MoreEntries;
}

const NOTHING_MORE: MoreEntries = () => [];

export function TimelineGrid({ timeline, empty, more = NOTHING_MORE }: TimelineGridProps) {
  const { photos: words, common } = useStrings();
  const status = timeline.use((state) => state.status);
  const failure = timeline.use((state) => state.failure);
  const question = timeline.use((state) => state.question);
  const total = timeline.use((state) => state.aspects.length);
  const isBin = timeline.use((state) => state.filter.deleted === true);
  const album = timeline.use((state) => state.filter.album ?? null);
  const rowHeight = useShownRowHeight();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is selected belongs to what was asked for.
  const selection = useMemo(() => createSelection(timeline), [timeline, question]);
  const menuOf = usePhotoMenu({ isBin, album, more, onGone: selection.clear });
  const onOpen = useCallback((place: number) => void openPhotoAt(timeline, place), [timeline]);
  const remove = useCallback(
    async (ids: readonly string[]) => {
      if (!isBin && (await deletePhotos(ids))) selection.clear();
    },
    [selection, isBin],
  );
  useSelectionKeys(selection, remove);
  useGridShortcuts();

  if (status === 'failed') {
    return (
      <EmptyState icon={<ImageOff />} title={words.failedTitle} hint={failure ?? ''} isFailure>
        <Button onClick={() => void timeline.read()}>{common.retry}</Button>
      </EmptyState>
    );
  }
  if (status === 'ready' && total === 0) return empty;
  return (
    <>
      <PhotoSelectionBar {...{ selection, total, menuOf }} />
      <PhotoGrid key={question} {...{ timeline, selection, onOpen, menuOf, rowHeight }} />
    </>
  );
}
