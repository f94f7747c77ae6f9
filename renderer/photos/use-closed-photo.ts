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
        const isClosed = photo === null && before.photo !== null && before.timeline === timeline;
        const last = timeline.use.getState().aspects.length - 1;
        // One that has left the timeline meanwhile has another in its place.
        if (isClosed && before.place !== null && last >= 0) told.current(Math.min(Math.ceil(before.place), last));
      }),
    [timeline],
  );
}
