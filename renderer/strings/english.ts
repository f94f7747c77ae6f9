/** The window in English. Every other language has the same keys, or does not compile. */
import type { View } from '../navigation/route.ts';

const plural = (n: number, one: string, many: string): string => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

const views: Readonly<Record<View, string>> & { readonly label: string } = {
  label: 'Views',
  photos: 'Photos',
  people: 'People',
};

export const english = {
  locale: 'en',
  views,
  common: {
    close: 'Close',
    cancel: 'Cancel',
    retry: 'Try again',
    undo: 'Undo',
    undone: (label: string) => `Undone: ${label}`,
    redone: (label: string) => `Done again: ${label}`,
    failedTitle: 'That did not work',
    loading: 'Loading',
  },
  count: {
    photos: (n: number) => plural(n, 'photo', 'photos'),
    faces: (n: number) => plural(n, 'face', 'faces'),
    people: (n: number) => plural(n, 'person', 'people'),
    unnamedGroups: (n: number) => plural(n, 'unnamed group', 'unnamed groups'),
  },
  photos: {
    emptyTitle: 'No photos yet',
    emptyHint:
      'Drop folders or photos anywhere in this window. Kindred reads them where they are and never changes them.',
    failedTitle: 'The library could not be read',
    grid: 'Photos by day',
    today: 'Today',
    yesterday: 'Yesterday',
    noDate: 'No date',
    larger: 'Larger photos',
    smaller: 'Smaller photos',
    scrubber: 'Date',
  },
  photo: {
    previous: 'Previous photo',
    next: 'Next photo',
    showFaces: 'Show faces',
    showInfo: 'Show details',
    unknownFace: 'Unknown',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    camera: 'Camera',
    date: 'Date',
    file: 'File',
    size: 'Size',
    people: 'People',
  },
  people: {
    title: 'People',
    unnamed: 'Who is this?',
    emptyTitle: 'Nobody yet',
    emptyHint: 'When photos with faces come in, the people on them appear here, and you give them names.',
    name: 'Name',
    nameThem: 'Name this person',
  },
  imports: {
    title: 'Imports',
    running: (done: number, total: number) => `Importing ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`,
  },
};

export type Strings = typeof english;
