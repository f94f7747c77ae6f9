/** Imports and followed folders, in English. */
import { number, plural } from './numbers.ts';

export const imports = {
  running: (done: number, total: number) => `Importing ${number(done)} of ${number(total)}`,
  started: (paths: number) =>
    paths === 1 ? 'The import has begun.' : `The import of ${number(paths)} paths has begun.`,
  add: 'Add photos',
  addByDrop: 'Drop folders or photos anywhere in this window, or say where they are. They stay where they are.',
  addByPath: 'Say where they are on this computer. They stay where they are and are never changed.',
  path: 'Folder or photo',
  pathExample: '/home/me/Pictures',
  addButton: 'Import',
  chooseFolders: 'Choose folders…',
  choosePhotos: 'Choose photos…',
  thorough: 'Look for small faces',
  thoroughHint: 'Finds more in crowds and takes about twice as long.',
  autoRotate: 'Turn sideways photos',
  autoRotateHint: 'Where the faces lie on their side or upside down.',
  folders: 'Followed folders',
  foldersHint: 'New photos in these folders come into the library by themselves.',
  folderPath: 'Folder to follow',
  followFolder: 'Follow',
  chooseFollowed: 'Choose folders to follow…',
  leaveFolder: (folder: string) => `No longer follow ${folder}`,
  folderMissing: 'Not there now. It is followed again when it is back and Kindred starts.',
  now: 'At work',
  earlier: 'Earlier imports',
  noJobs: 'Nothing has been imported yet.',
  severalPaths: (first: string, others: number) => `${first} and ${number(others)} more`,
  states: { running: 'Importing', paused: 'Paused', done: 'Done', cancelled: 'Cancelled' },
  discovering: 'still looking for files',
  rate: (perSecond: number) =>
    perSecond >= 1
      ? `${perSecond.toLocaleString('en', { maximumFractionDigits: 1 })} a second`
      : `${(perSecond * 60).toLocaleString('en', { maximumFractionDigits: 1 })} a minute`,
  left: (time: string) => `about ${time} left`,
  of: (done: number, total: number) => `${number(done)} of ${plural(total, 'file', 'files')}`,
  pause: 'Pause',
  resume: 'Resume',
  cancel: 'Cancel',
  retry: 'Try the failed ones again',
  added: (n: number) => `${plural(n, 'photo', 'photos')} added`,
  facesFound: (n: number) => `${plural(n, 'face', 'faces')} found`,
  ends: {
    failed: (n: number) => `${number(n)} failed`,
    skipped: (n: number) => `${number(n)} passed by`,
    duplicate: (n: number) => plural(n, 'duplicate', 'duplicates'),
  },
  more: 'Show more',
  dropHere: 'Drop to import',
  dropInBrowser:
    'A browser does not say where dropped files are. Type the folder’s path under Imports, or drop it in the Kindred app.',
};
