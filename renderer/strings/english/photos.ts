/** The grid of photos, in English. */
export const photos = {
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
  order: { newest: 'Newest first', oldest: 'Oldest first' },
};
