/** One person: their photos, and who they are. */
import { ArrowLeft, Images } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Result } from '../../preload/contract.ts';
import { call } from '../bridge.ts';
import { attempt } from '../changes/attempt.ts';
import { go } from '../navigation/route.ts';
import { openPhoto } from '../photo/open-photo.ts';
import { TimelineGrid } from '../photos/timeline-grid.tsx';
import { useTimeline } from '../photos/use-timeline.ts';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { ViewHeader } from '../ui/view-header.tsx';

export function PersonPage({ id }: { readonly id: string }) {
  const { people: words, count, common } = useStrings();
  const timeline = useTimeline({ persons: [id] });
  const [person, setPerson] = useState<Result<'person.show'> | null>(null);
  const [bestPhoto, setBestPhoto] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void attempt(async () => {
      const [shown, { faces }] = await Promise.all([
        call('person.show', { id }),
        call('person.faces', { id, offset: 0, limit: 1 }),
      ]);
      if (!isCurrent) return;
      setPerson(shown);
      setBestPhoto(faces[0]?.photoId ?? null);
    });
    return () => {
      isCurrent = false;
    };
  }, [id]);
  return (
    <>
      <ViewHeader title={person?.name ?? ''} detail={person ? count.photos(person.photoCount) : ''}>
        {bestPhoto !== null && <Button onClick={() => void openPhoto(bestPhoto)}>{words.bestPhoto}</Button>}
        <IconButton label={common.close} icon={<ArrowLeft />} onClick={() => go('people')} />
      </ViewHeader>
      <TimelineGrid
        timeline={timeline}
        empty={<EmptyState icon={<Images />} title={words.noPhotosTitle} hint={words.noPhotosHint} />}
      />
    </>
  );
}
