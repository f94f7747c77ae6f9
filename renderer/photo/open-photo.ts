/** The photo that is open, if one is, and its place in a timeline, so that there are neighbours to go to. */
import { create } from 'zustand';
import type { PhotoDetail } from '../../preload/contract.ts';
import { call, on } from '../bridge.ts';
import { BridgeError } from '../bridge-error.ts';
import { attempt } from '../changes/attempt.ts';
import { change, tellFailure } from '../changes/change.ts';
import { cover, followBack, uncover } from '../navigation/cover.ts';
import { allPhotos } from '../photos/all-photos.ts';
import { createTimeline, type PhotoFilter, type Timeline } from '../photos/timeline.ts';
import { photoAddress } from './addresses.ts';
import { neighbourOf } from './neighbour.ts';

interface OpenPhoto {
  readonly photo: PhotoDetail | null;
  /** What its neighbours come from. */
  readonly timeline: Timeline;
  /** In the timeline; between two places for a photo that has left it, null for one that never was in it. */
  readonly place: number | null;
}

export const useOpenPhoto = create<OpenPhoto>(() => ({ photo: null, timeline: allPhotos, place: 0 }));

const { getState, setState } = useOpenPhoto;

/** So long the photo before stays; then the next one's thumbnail has to do, ms. */
const PATIENCE = 1200;

/** Pictures asked for last, so that the browser keeps them. */
const pictures = new Map<string, HTMLImageElement>();
const KEPT = 5;
/** The latest wish; an earlier one that comes late is not fulfilled. */
let wanted = 0;

/** Opens the photo at a place of the timeline; beyond either end nothing happens. */
export async function openPhotoAt(timeline: Timeline, place: number): Promise<void> {
  wanted++;
  const wish = wanted;
  const card = await attempt(() => timeline.photoAt(place));
  if (!card || wish !== wanted) return;
  const isNext = getState().photo !== null;
  const [photo] = await Promise.all([
    attempt(() => call('photo.show', { id: card.id })),
    isNext ? Promise.race([decoded(photoAddress(card)), later(PATIENCE)]) : null,
  ]);
  if (!photo || wish !== wanted) return;
  show(photo, timeline, place);
  for (const neighbour of [place + 1, place - 1]) void preload(timeline, neighbour);
}

/** Opens a photo wherever it is in a timeline, or alone when it is not in it. */
export async function openPhoto(id: string, timeline = allPhotos): Promise<void> {
  wanted++;
  const wish = wanted;
  const place = await attempt(() => timeline.placeOf(id));
  if (wish !== wanted) return;
  if (place !== null) return openPhotoAt(timeline, place);
  const photo = await attempt(() => call('photo.show', { id }));
  if (photo && wish === wanted) show(photo, timeline, null);
}

/** Opens a photo among others than all: from a list of faces, its neighbours are those of the list, in its order. */
export async function openPhotoAmong(id: string, filter: PhotoFilter): Promise<void> {
  const timeline = createTimeline(filter);
  await openPhoto(id, timeline);
  if (getState().photo === null || getState().timeline !== timeline) return;
  // No view shows this timeline, so none follows it.
  const [stopPlace, stopTimeline] = [stopFollowing, timeline.follow()];
  stopFollowing = () => {
    stopPlace();
    stopTimeline();
  };
}

let stopFollowing = (): void => undefined;

function show(photo: PhotoDetail, timeline: Timeline, place: number | null): void {
  if (timeline !== getState().timeline || getState().photo === null) {
    stopFollowing();
    stopFollowing = followPlace(timeline);
  }
  setState({ photo, timeline, place });
}

export async function step(by: 1 | -1): Promise<void> {
  const { timeline, place } = getState();
  const next = neighbourOf(place, by, timeline.use.getState().aspects.length);
  if (next !== null) await openPhotoAt(timeline, next);
}

export function closePhoto(): void {
  wanted++;
  pictures.clear();
  stopFollowing();
  setState({ photo: null });
}

/** Into the bin, and on to the photo that takes its place. */
export async function deleteOpenPhoto(): Promise<void> {
  const { photo, timeline, place } = getState();
  if (!photo || !(await change(() => call('photos.delete', { ids: [photo.id] })))) return;
  await timeline.read();
  const last = timeline.use.getState().aspects.length - 1;
  if (last < 0 || place === null) closePhoto();
  else await openPhotoAt(timeline, Math.min(Math.ceil(place), last));
}

/** The next picture is there before it is asked for. */
async function preload(timeline: Timeline, place: number): Promise<void> {
  const card = await timeline.photoAt(place).catch(() => null);
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

/** The latest reading; an earlier one that is answered late is not heard. */
let read = 0;

/** A photo that is in the library no more is closed. */
export async function readPhotoAgain(): Promise<void> {
  const { photo } = getState();
  if (!photo) return;
  read++;
  const mine = read;
  const isWanted = (): boolean => mine === read && getState().photo?.id === photo.id;
  try {
    const now = await call('photo.show', { id: photo.id });
    if (isWanted()) setState({ photo: now });
  } catch (error: unknown) {
    if (!isWanted()) return;
    if (error instanceof BridgeError && error.code === 'not-found') closePhoto();
    else tellFailure(error);
  }
}

/** Call once, when the window starts: names and boxes of the open photo follow what is done to them; going back closes it. */
export function followOpenPhoto(): void {
  useOpenPhoto.subscribe(({ photo }, before) => {
    if (photo && !before.photo) cover();
    else if (!photo && before.photo) uncover();
  });
  followBack(closePhoto);
  on('library.changed', ({ kinds }) => {
    if (kinds.some((kind) => kind === 'photos' || kind === 'people' || kind === 'collections')) void readPhotoAgain();
  });
}

/** Photos that come or go elsewhere move the open one; when it goes itself, as a filter may have it, its neighbours stay. */
function followPlace(timeline: Timeline): () => void {
  return timeline.use.subscribe(async ({ revision }, before) => {
    const { photo } = getState();
    if (!photo || revision === before.revision) return;
    const now = await timeline.placeOf(photo.id).catch(() => undefined);
    const { photo: shown, place } = getState();
    if (now === undefined || shown?.id !== photo.id) return;
    if (now !== null) setState({ place: now });
    else if (place !== null && Number.isInteger(place)) setState({ place: place - 0.5 });
  });
}
