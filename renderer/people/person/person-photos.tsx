/** The photos that a person is on. */
import { Images } from 'lucide-react';
import { TimelineGrid } from '../../photos/timeline-grid.tsx';
import { useTimeline } from '../../photos/use-timeline.ts';
import { useStrings } from '../../strings/strings.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

export function PersonPhotos({ id }: { readonly id: string }) {
  const { people: words } = useStrings();
  const timeline = useTimeline({ persons: [id] });
  return (
    <TimelineGrid
      timeline={timeline}
      empty={<EmptyState icon={<Images />} title={words.noPhotosTitle} hint={words.noPhotosHint} />}
    />
  );
}
