/** What is said everywhere, in English. */
export const common = {
  close: 'Close',
  cancel: 'Cancel',
  retry: 'Try again',
  undo: 'Undo',
  failedTitle: 'That did not work',
  loading: 'Loading',
  select: (what: string) => `Select ${what}`,
  deselect: (what: string) => `Deselect ${what}`,
  list: (parts: readonly string[]) => parts.join(', '),
  selectAll: 'Select all',
  clearSelection: 'Clear the selection',
};
