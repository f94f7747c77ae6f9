/** The list of shortcuts, in English. */
export const shortcuts = {
  title: 'Keyboard shortcuts',
  everywhere: 'Everywhere',
  photo: 'In the photo',
  palette: 'Find anything',
  shortcuts: 'These shortcuts',
  undo: 'Undo',
  redo: 'Redo',
  goTo: (view: string) => `Go to ${view}`,
};
