/**
 * Where the small picture of a photo is at present: in another size, or once a better one has been made, it has another
 * address, so that it is fetched anew while it is looked at.
 */
import { create } from 'zustand';
import { on } from '../bridge.ts';
import { thumbAddress } from '../photo/addresses.ts';
import { useSettings } from '../settings/settings-store.ts';

/** How often the picture of a photo has become better, by its id. */
const times = new Map<string, number>();
const useImproved = create(() => ({ pictures: 0 }));

export function useThumbAddress(photo: { readonly id: string; readonly turn: string | null }): string {
  const size = useSettings((state) => state.thumbnailSize);
  const version = useImproved(() => times.get(photo.id) ?? 0);
  const address = thumbAddress(photo);
  return `${address}${address.includes('?') ? '&' : '?'}${size}${version > 0 ? `-${version}` : ''}`;
}

/** Call once, when the window starts. */
export function followThumbnails(): void {
  on('thumbnail.improved', ({ id }) => {
    times.set(id, (times.get(id) ?? 0) + 1);
    useImproved.setState(({ pictures }) => ({ pictures: pictures + 1 }));
  });
}
