/** Where the photo before and the one after the open one are. */

/**
 * @param place of the open photo: between two for one that has left its timeline, null for one that never was in it
 * @returns null beyond either end, and for a photo that is alone
 */
export function neighbourOf(place: number | null, by: 1 | -1, total: number): number | null {
  if (place === null) return null;
  const next = by === 1 ? Math.floor(place) + 1 : Math.ceil(place) - 1;
  return next < 0 || next >= total ? null : next;
}
