/** A timeline of a view's own: the photos of the person, the album … that it shows, followed while it is shown. */
import { useEffect, useMemo } from 'react';
import { createTimeline, type PhotoFilter, type PhotoOrder, type Timeline } from './timeline.ts';

/** @param order to begin with */
export function useTimeline(filter: PhotoFilter, order: PhotoOrder = 'newest'): Timeline {
  const question = JSON.stringify(filter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same filter may come as another object; another order is asked of the timeline.
  const timeline = useMemo(() => createTimeline(filter, order), [question]);
  useEffect(() => timeline.follow(), [timeline]);
  return timeline;
}
