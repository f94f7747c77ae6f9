/** The photos of a timeline in a grid, with everything that can be done with them there. */
import { ImageOff } from 'lucide-react';
import { type ReactNode, useCallback } from 'react';
import { openPhotoAt } from '../photo/open-photo.ts';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PhotoGrid } from './photo-grid.tsx';
import { useShownRowHeight } from './row-height.ts';
import type { Timeline } from './timeline.ts';

interface TimelineGridProps {
  readonly timeline: Timeline;
  /** What stands there when there are no photos. */
  readonly empty: ReactNode;
}

export function TimelineGrid({ timeline, empty }: TimelineGridProps) {
  const { photos: words, common } = useStrings();
  const { question, days, aspects, photos, status, failure } = timeline.use();
  const rowHeight = useShownRowHeight();
  const onSight = useCallback((first: number, end: number) => void timeline.see(first, end), [timeline]);
  const onOpen = useCallback((place: number) => void openPhotoAt(timeline, place), [timeline]);

  if (status === 'failed') {
    return (
      <EmptyState icon={<ImageOff />} title={words.failedTitle} hint={failure ?? ''} isFailure>
        <Button onClick={() => void timeline.read()}>{common.retry}</Button>
      </EmptyState>
    );
  }
  if (status === 'ready' && aspects.length === 0) return empty;
  return <PhotoGrid key={question} {...{ days, aspects, photos, onSight, onOpen, rowHeight }} />;
}
