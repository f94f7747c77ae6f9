/** The newest or the oldest photos first: chosen for all photos, and for those of albums, and remembered by the window. */
import { z } from 'zod';
import { recall, remember } from '../memory.ts';
import type { PhotoOrder, Timeline } from './timeline.ts';

export const ORDERS = ['newest', 'oldest'] as const;

/** What is a story is told from its beginning by some, and all photos from their end. */
export type OrderedPlace = 'all' | 'album';

const key = (place: OrderedPlace): string => `photos.order.${place}`;

export const rememberedOrder = (place: OrderedPlace): PhotoOrder => recall(key(place), z.enum(ORDERS), 'newest');

export function choosePhotoOrder(place: OrderedPlace, timeline: Timeline, order: PhotoOrder): void {
  remember(key(place), order);
  void timeline.ask({ order });
}
