/** The photo that is open, if one is, and its place in the timeline, so that there are neighbours to go to. */
import { create } from 'zustand';
import type { PhotoDetail } from '../../preload/contract.ts';
import { call, on } from '../bridge.ts';
import { attempt } from '../changes/attempt.ts';
import { change } from '../changes/change.ts';
import { photoAtPlace, readTimeline, usePhotos } from '../photos/photos-store.ts';
import { photoAddress } from './addresses.ts';

interface OpenPhoto {
  readonly photo: PhotoDetail | null;
  readonly place: number;
}

export const useOpenPhoto = create<OpenPhoto>(() => ({ photo: null, place: 0 }));

const { getState, setState } = useOpenPhoto;

/** So long the photo before stays; then the next one's thumbnail has to do, ms. */
const PATIENCE = 1200;

/** Pictures asked for last, so that the browser keeps them. */
const pictures = new Map<string, HTMLImageElement>();
const KEPT = 5;
/** The latest wish; an earlier one that comes late is not fulfilled. */
let wanted = 0;

/** Opens the photo at a place of the timeline; beyond either end nothing happens. */
export async function openPhotoAt(place: number): Promise<void> {
  wanted++;
  const wish = wanted;
  const card = await photoAtPlace(place);
  if (!card || wish !== wanted) return;
  const isNext = getState().photo !== null;
  const [photo] = await Promise.all([
    attempt(() => call('photo.show', { id: card.id })),
    isNext ? Promise.race([decoded(photoAddress(card)), later(PATIENCE)]) : null,
  ]);
  if (!photo || wish !== wanted) return;
  setState({ photo, place });
  for (const neighbour of [place + 1, place - 1]) void preload(neighbour);
}

export const step = (by: 1 | -1): Promise<void> => openPhotoAt(getState().place + by);

export function closePhoto(): void {
  wanted++;
  pictures.clear();
  setState({ photo: null });
}

/** Into the bin, and on to the photo that takes its place. */
export async function deleteOpenPhoto(): Promise<void> {
  const { photo, place } = getState();
  if (!photo || !(await change(() => call('photos.delete', { ids: [photo.id] })))) return;
  await readTimeline();
  const last = usePhotos.getState().aspects.length - 1;
  if (last < 0) closePhoto();
  else await openPhotoAt(Math.min(place, last));
}

/** The next picture is there before it is asked for. */
async function preload(place: number): Promise<void> {
  const card = await photoAtPlace(place);
  if (card) await decoded(photoAddress(card));
}

/** When a picture can be shown at once, or never will. */
function decoded(address: string): Promise<void> {
  const picture = pictures.get(address) ?? new Image();
  pictures.delete(address);
  pictures.set(address, picture);
  for (const [oldest] of pictures) {
    if (pictures.size <= KEPT) break;
    pictures.delete(oldest);
  }
  if (picture.src === '') picture.src = address;
  return picture.decode().catch(() => undefined);
}

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A change to the open photo, shown without waiting for the news of it. */
export async function changePhoto<Result>(work: () => Promise<Result>): Promise<Result | null> {
  const result = await change(work);
  await readPhotoAgain();
  return result;
}

async function readPhotoAgain(): Promise<void> {
  const { photo } = getState();
  if (!photo) return;
  const now = await call('photo.show', { id: photo.id }).catch(() => null);
  if (getState().photo?.id === photo.id) setState({ photo: now });
}

/** Call once, when the window starts: names and boxes of the open photo follow what is done to them. */
export function followOpenPhoto(): void {
  on('library.changed', ({ kinds }) => {
    if (kinds.some((kind) => kind === 'photos' || kind === 'people')) void readPhotoAgain();
  });
  // Photos that come or go elsewhere move the open one.
  usePhotos.subscribe(async ({ revision }, before) => {
    const { photo } = getState();
    if (!photo || revision === before.revision) return;
    const found = await call('photos.place', { revision, id: photo.id }).catch(() => null);
    if (found && found.place !== null && getState().photo?.id === photo.id) setState({ place: found.place });
  });
}
