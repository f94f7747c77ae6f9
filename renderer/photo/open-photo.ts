/** The photo that is open, if one is, and its place in the timeline, so that there are neighbours to go to. */
import { create } from 'zustand';
import type { PhotoDetail } from '../../preload/contract.ts';
import { call, on } from '../bridge.ts';
import { photoAtPlace } from '../photos/photos-store.ts';

interface OpenPhoto {
  readonly photo: PhotoDetail | null;
  readonly place: number;
}

export const useOpenPhoto = create<OpenPhoto>(() => ({ photo: null, place: 0 }));

const { getState, setState } = useOpenPhoto;

/** Opens the photo at a place of the timeline; beyond either end nothing happens. */
export async function openPhotoAt(place: number): Promise<void> {
  const card = await photoAtPlace(place);
  if (!card) return;
  setState({ photo: await call('photo.show', { id: card.id }), place });
  for (const neighbour of [place + 1, place - 1]) void preload(neighbour);
}

export const step = (by: 1 | -1): Promise<void> => openPhotoAt(getState().place + by);

export const closePhoto = (): void => setState({ photo: null });

/** The next picture is there before it is asked for. */
async function preload(place: number): Promise<void> {
  const card = await photoAtPlace(place);
  if (card) new Image().src = `/photo/${card.id}`;
}

/** Call once, when the window starts: names and boxes of the open photo follow what is done to them. */
export function followOpenPhoto(): void {
  on('library.changed', async ({ kinds }) => {
    const { photo } = getState();
    if (!photo || !kinds.some((kind) => kind === 'photos' || kind === 'people')) return;
    const now = await call('photo.show', { id: photo.id }).catch(() => null);
    if (getState().photo?.id === photo.id) setState({ photo: now });
  });
}
