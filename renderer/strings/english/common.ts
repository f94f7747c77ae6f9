/** What is said everywhere, in English. */
export const common = {
  close: 'Close',
  cancel: 'Cancel',
  retry: 'Try again',
  undo: 'Undo',
  failedTitle: 'That did not work',
  notShown: 'This cannot be shown',
  loading: 'Loading',
  connection: {
    there: 'Kindred answers again.',
    lost: 'Kindred does not answer. When it runs again, this page goes on by itself.',
    'shut-out': 'Kindred was started anew. Open its new address, and this page goes on, too.',
  },
  select: (what: string) => `Select ${what}`,
  deselect: (what: string) => `Deselect ${what}`,
  list: (parts: readonly string[]) => parts.join(', '),
  selectAll: 'Select all',
  clearSelection: 'Clear the selection',
};
