/** People, in English. */
export const people = {
  title: 'People',
  unnamed: 'Who is this?',
  emptyTitle: 'Nobody yet',
  emptyHint: 'When photos with faces come in, the people on them appear here, and you give them names.',
  bestPhoto: 'Best photo',
  noPhotosTitle: 'No photos',
  noPhotosHint: 'No photo of the library shows this person.',
  name: 'Name',
  nameThem: 'Name this person',
  asName: (name: string) => `Name them ${name}`,
};
