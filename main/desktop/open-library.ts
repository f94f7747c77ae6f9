/** Another library is opened by starting Kindred again on it: nothing of the first can linger. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { dataFolder } from '../data-folder.ts';
import { libraryFile } from '../library/prepare.ts';
import { argumentsFor } from './arguments.ts';
import { type Choice, libraryToOpen } from './library-to-open.ts';
import { commandLine } from './open-with.ts';
import { rememberedLibraries } from './recent-libraries.ts';
import { wordsOfSystem } from './speech.ts';
import type { Words } from './words/english.ts';

/** The library that this start opens: the one it was given, else the one of last time. @returns its folder, or null for none */
export async function findLibrary(): Promise<string | null> {
  const given = app.commandLine.getSwitchValue('data');
  if (given) return dataFolder(given);
  const folders = rememberedLibraries();
  return libraryToOpen({ folders, usual: dataFolder(undefined), exists: existsSync, ask: askForDisk });
}

async function askForDisk(missing: string, other: string): Promise<Choice> {
  const { libraryGone, libraryGoneHint, lookAgain, openOther, quit } = wordsOfSystem().start;
  const choices = ['look-again', 'another', 'quit'] as const;
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: libraryGone,
    detail: libraryGoneHint(missing),
    buttons: [lookAgain, openOther(other), quit],
    cancelId: choices.indexOf('quit'),
  });
  return choices[response] ?? 'quit';
}

/** @param current folder of the library that is open */
export async function chooseLibrary(window: BrowserWindow, current: string, words: Words['dialogs']): Promise<void> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: words.openLibrary,
    buttonLabel: words.open,
    defaultPath: current,
    properties: ['openDirectory', 'createDirectory'],
  });
  const [folder] = filePaths;
  if (canceled || folder === undefined) return;
  if (await mayHoldLibrary(window, folder, words)) startOn(folder, current);
}

/** A folder of photos is easily taken for a library by mistake; a library is begun there only when that is meant. */
async function mayHoldLibrary(window: BrowserWindow, folder: string, words: Words['dialogs']): Promise<boolean> {
  const names = await readdir(folder);
  if (names.length === 0 || names.some((name) => libraryFile(folder) === resolve(folder, name))) return true;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: words.noLibrary,
    detail: words.noLibraryHint(folder),
    buttons: [words.newLibrary, words.cancel],
    defaultId: 1,
    cancelId: 1,
  });
  return response === 0;
}

/** Ends this Kindred in order and starts it anew. */
export function startOn(folder: string, current: string): void {
  if (resolve(folder) === resolve(current)) return;
  const args = argumentsFor(folder, commandLine.start);
  // An AppImage's program lies in a folder that is gone when it has ended; the image itself stays.
  const image = process.env.APPIMAGE;
  app.relaunch(image === undefined ? { args } : { args, execPath: image });
  app.quit();
}
