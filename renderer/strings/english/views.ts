/** The names of the views, in English. */
import type { View } from '../../../preload/contract/views.ts';

export const views: Readonly<Record<View, string>> & { readonly label: string } = {
  label: 'Views',
  photos: 'Photos',
  people: 'People',
  groups: 'Groups',
  facesets: 'Face sets',
  albums: 'Albums',
  imports: 'Imports',
  api: 'Local API',
  settings: 'Settings',
};
