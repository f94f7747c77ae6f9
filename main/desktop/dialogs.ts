/** The system's own dialogs, in the language of the window: what to import, where a backup goes, what to open. */
import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import type { Question } from '../../preload/shell.ts';
import { PHOTO_EXTENSIONS } from '../organizer/import/scan.ts';
import { today } from '../today.ts';
import type { Words } from './words/english.ts';

/** @returns paths; none when the user chose nothing */
export async function choose(window: BrowserWindow, question: Question, words: Words['dialogs']): Promise<string[]> {
  if (question === 'new-backup') return chooseNewBackup(window, words);
  const { canceled, filePaths } = await dialog.showOpenDialog(window, optionsOf(question, words));
  return canceled ? [] : filePaths;
}

/** On Windows and Linux a dialog shows either files or folders, so no question asks for both. */
function optionsOf(question: Exclude<Question, 'new-backup'>, words: Words['dialogs']): OpenDialogOptions {
  switch (question) {
    case 'import-photos':
      return {
        title: words.importPhotos,
        buttonLabel: words.importButton,
        properties: ['openFile', 'multiSelections'],
        filters: [{ name: words.photosFilter, extensions: [...PHOTO_EXTENSIONS].map((name) => name.slice(1)) }],
      };
    case 'import-folders':
      return {
        title: words.importFolders,
        buttonLabel: words.importButton,
        properties: ['openDirectory', 'multiSelections'],
      };
    case 'folders':
      return { title: words.folders, properties: ['openDirectory', 'multiSelections'] };
    case 'backup':
      return {
        title: words.backup,
        properties: ['openFile'],
        filters: [{ name: words.libraryFilter, extensions: ['sqlite'] }],
      };
    case 'model-pack':
      return {
        title: words.modelPack,
        properties: ['openFile'],
        filters: [{ name: words.packFilter, extensions: ['zip'] }],
      };
    case 'model-pack-folder':
      return { title: words.modelPack, properties: ['openDirectory'] };
    case 'export-folder':
      return {
        title: words.exportFolder,
        buttonLabel: words.exportButton,
        properties: ['openDirectory', 'createDirectory'],
      };
  }
}

async function chooseNewBackup(window: BrowserWindow, words: Words['dialogs']): Promise<string[]> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: words.saveBackup,
    defaultPath: `Kindred ${today()}.sqlite`,
    filters: [{ name: words.libraryFilter, extensions: ['sqlite'] }],
  });
  return canceled ? [] : [filePath];
}
