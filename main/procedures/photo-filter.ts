/** The filter of a window as the library takes it. */
import type { z } from 'zod';
import type { PhotoFilter as Asked } from '../../preload/contract/photos.ts';
import type { PhotoFilter } from '../library/timeline.ts';
import type { Organizer } from '../organizer/organizer.ts';

/** Which faces look like no other is known to the organizer alone. */
export async function filterFor(organizer: Organizer, asked: z.output<typeof Asked>): Promise<PhotoFilter> {
  const { faceList, ...rest } = asked;
  if (faceList?.of !== 'seen-once') return { ...rest, faceList };
  return { ...rest, faceList: { of: 'faces', ids: await organizer.people.seenOnce.list() } };
}
