/** The photos of an album, which can be taken out of it. */
import { BookImage, ImageMinus, Images } from 'lucide-react';
import { useCallback } from 'react';
import type { MoreEntries } from '../photos/photo-menu.tsx';
import { TimelineGrid } from '../photos/timeline-grid.tsx';
import { useTimeline } from '../photos/use-timeline.ts';
import { useStrings } from '../strings/strings.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { takeMembers } from './collection-actions.ts';
import { putInto } from './collection-picker.tsx';

export function AlbumPhotos({ id }: { readonly id: string }) {
  const { collections: words } = useStrings();
  const timeline = useTimeline({ album: id });
  const more = useCallback<MoreEntries>(
    (ids) => [
      { label: words.album.toAnother, icon: <BookImage aria-hidden />, run: () => void putInto('album', ids, id) },
      {
        label: words.album.takeOut,
        icon: <ImageMinus aria-hidden />,
        run: () => void takeMembers({ kind: 'album', id }, ids),
      },
    ],
    [words, id],
  );
  return (
    <TimelineGrid
      timeline={timeline}
      more={more}
      empty={<EmptyState icon={<Images />} title={words.album.nobodyTitle} hint={words.album.nobodyHint} />}
    />
  );
}
