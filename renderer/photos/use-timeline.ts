/** A timeline of a view's own: the photos of the person, the album … that it shows, followed while it is shown. */
import { useEffect, useMemo } from 'react';
import { createTimeline, type PhotoFilter, type Timeline } from './timeline.ts';

export function useTimeline(filter: PhotoFilter): Timeline {
  const question = JSON.stringify(filter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same filter may come as another object.
  const timeline = useMemo(() => createTimeline(filter), [question]);
  useEffect(() => timeline.follow(), [timeline]);
  return timeline;
}
