/** All photos of the library, or those that a filter leaves: the timeline of the Photos view. */
import { rememberedOrder } from './photo-order.ts';
import { createTimeline } from './timeline.ts';

export const allPhotos = createTimeline({}, rememberedOrder('all'));
