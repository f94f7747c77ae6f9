/** Tells at which photo of a timeline somebody closes the large view: there the grid goes on. */
import { useEffect, useRef } from 'react';
import { useOpenPhoto } from '../photo/open-photo.ts';
import type { Timeline } from './timeline.ts';

export function useClosedPhoto(timeline: Timeline, onClose: (place: number) => void): void {
  const told = useRef(onClose);
  useEffect(() => {
    told.current = onClose;
  });
  useEffect(
    () =>
      useOpenPhoto.subscribe(({ photo }, before) => {
        const isClosed = photo === null && before.photo !== null;
        if (isClosed && before.timeline === timeline && before.place >= 0) told.current(before.place);
      }),
    [timeline],
  );
}
