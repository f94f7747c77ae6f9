/** People, in English. */
export const people = {
  title: 'People',
  unnamed: 'Who is this?',
  emptyTitle: 'Nobody yet',
  emptyHint: 'When photos with faces come in, the people on them appear here, and you give them names.',
  name: 'Name',
  nameThem: 'Name this person',
};
