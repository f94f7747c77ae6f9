/** What the desktop shell says outside of its page, in English. Every other language has the same keys, or does not compile. */
import type { View } from '../../../preload/contract/views.ts';

const number = (n: number): string => n.toLocaleString('en');
const plural = (n: number, one: string, many: string): string => `${number(n)} ${n === 1 ? one : many}`;

const views: Readonly<Record<View, string>> = {
  photos: 'Photos',
  people: 'People',
  groups: 'Groups',
  facesets: 'Face sets',
  albums: 'Albums',
  imports: 'Imports',
  api: 'Local API',
  settings: 'Settings',
};

export const english = {
  menu: {
    about: 'About Kindred',
    settings: 'Settings…',
    services: 'Services',
    hide: 'Hide Kindred',
    hideOthers: 'Hide others',
    showAll: 'Show all',
    quit: 'Quit Kindred',
    file: 'File',
    importFolders: 'Import folders…',
    importPhotos: 'Import photos…',
    openLibrary: 'Open library…',
    recentLibraries: 'Open recent library',
    close: 'Close window',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    palette: 'Find anything…',
    view: 'View',
    views,
    reload: 'Reload',
    developerTools: 'Developer tools',
    actualSize: 'Actual size',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fullScreen: 'Full screen',
    window: 'Window',
    minimize: 'Minimize',
    zoom: 'Zoom',
    front: 'Bring all to front',
    help: 'Help',
    documentation: 'Kindred documentation',
    apiDocumentation: 'Local API documentation',
    shortcuts: 'Keyboard shortcuts',
    logs: 'Show logs',
  },
  dialogs: {
    importFolders: 'Choose folders to import',
    importPhotos: 'Choose photos to import',
    importButton: 'Import',
    folders: 'Choose folders',
    saveBackup: 'Save a backup',
    backup: 'Choose a backup',
    modelPack: 'Choose a model pack',
    exportFolder: 'Choose where the copies go',
    exportButton: 'Save here',
    photosFilter: 'Photos',
    libraryFilter: 'Kindred libraries',
    packFilter: 'Model packs',
    openLibrary: 'Open a library',
    open: 'Open',
    noLibrary: 'There is no library in this folder.',
    noLibraryHint: (folder: string) => `Kindred can begin a new one in ${folder}. It would not touch what is there.`,
    newLibrary: 'New library',
    cancel: 'Cancel',
  },
  notifications: {
    imported: 'The import is done',
    /** What has come of it, in numbers. */
    outcome: (photos: number, faces: number, failed: number) =>
      [
        photos === 0 ? 'No new photos' : `${plural(photos, 'photo', 'photos')}, ${plural(faces, 'face', 'faces')}`,
        failed > 0 ? `${plural(failed, 'file', 'files')} could not be read` : '',
      ]
        .filter(Boolean)
        .join('. '),
  },
  start: {
    libraryGone: 'Your library is not there.',
    libraryGoneHint: (folder: string) => `It was in ${folder}. Is the disk plugged in?`,
    lookAgain: 'Look again',
    notOpened: 'Your library could not be opened.',
    tryAgain: 'Try again',
    openAnother: 'Open another library…',
    openOther: (folder: string) => `Open the one in ${folder}`,
    quit: 'Quit Kindred',
  },
  failures: {
    /** Why it could not be opened, by code; what is not here is told in main’s own words, which are English. */
    opening: {} as Readonly<Record<string, (about: string | undefined) => string>>,
    unexpected: 'Something unexpected went wrong. What you did is saved. If Kindred behaves strangely, restart it.',
    pageGone: 'The window has stopped working twice. Your library is safe.',
    unresponsive: 'The window does not answer. Your library is safe.',
    reload: 'Reload the window',
    wait: 'Wait',
    quit: 'Quit Kindred',
  },
  about: {
    licence: (licence: string) => `Licence: ${licence}`,
    models: (name: string, version: string, licence: string) => `Models: ${name} ${version} (${licence})`,
  },
};

export type Words = typeof english;
