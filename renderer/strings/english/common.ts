/** What is said everywhere, in English. */
export const common = {
  close: 'Close',
  cancel: 'Cancel',
  retry: 'Try again',
  undo: 'Undo',
  undone: (label: string) => `Undone: ${label}`,
  redone: (label: string) => `Done again: ${label}`,
  failedTitle: 'That did not work',
  loading: 'Loading',
};
