/** All photos of the library, or those that a filter leaves: the timeline of the Photos view. */
import { createTimeline } from './timeline.ts';

export const allPhotos = createTimeline();
