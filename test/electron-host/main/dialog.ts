/**
 * `dialog`: questions to a user who is not there. As in Electron they stay open until somebody answers, and a test
 * answers by taking the question's place: app.evaluate(({ dialog }) => { dialog.showOpenDialog = … }).
 */
const unanswered =
  (name: string) =>
  (...args: readonly unknown[]): Promise<never> => {
    console.error(`dialog.${name} is open and stays open: no test answers it.`, args.at(-1));
    return new Promise(() => undefined);
  };

export const dialog = {
  showOpenDialog: unanswered('showOpenDialog'),
  showSaveDialog: unanswered('showSaveDialog'),
  showMessageBox: unanswered('showMessageBox'),
  showErrorBox: (title: string, content: string): void => console.error(`${title}: ${content}`),
};
