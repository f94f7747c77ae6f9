/** Another library is opened by starting Kindred again on it: nothing of the first can linger. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { app, type BrowserWindow, dialog, type MessageBoxOptions } from 'electron';
import { dataFolder } from '../../data-folder.ts';
import { libraryFile } from '../../library/prepare.ts';
import { argumentsFor } from '../imports/arguments.ts';
import { commandLine } from '../imports/open-with.ts';
import { wordsOfSystem } from '../speech.ts';
import type { Words } from '../words/english.ts';
import { type Choice, libraryToOpen } from './library-to-open.ts';
import { rememberedLibraries } from './recent-libraries.ts';

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

const pickLibrary = (words: Words['dialogs']) => ({ title: words.openLibrary, buttonLabel: words.open });

/** @param current folder of the library that is open */
export async function chooseLibrary(window: BrowserWindow, current: string, words: Words['dialogs']): Promise<void> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    ...pickLibrary(words),
    defaultPath: current,
    properties: ['openDirectory', 'createDirectory'],
  });
  const [folder] = filePaths;
  if (canceled || folder === undefined) return;
  const ask = (question: MessageBoxOptions) => dialog.showMessageBox(window, question);
  if (await mayHoldLibrary(folder, words, ask)) startOn(folder, current);
}

/** A folder of photos is easily taken for a library by mistake; a library is begun there only when that is meant. */
async function mayHoldLibrary(
  folder: string,
  words: Words['dialogs'],
  ask: (question: MessageBoxOptions) => Promise<{ readonly response: number }>,
): Promise<boolean> {
  const names = await readdir(folder);
  if (names.length === 0 || names.some((name) => libraryFile(folder) === resolve(folder, name))) return true;
  const { response } = await ask({
    type: 'question',
    message: words.noLibrary,
    detail: words.noLibraryHint(folder),
    buttons: [words.newLibrary, words.cancel],
    defaultId: 1,
    cancelId: 1,
  });
  return response === 0;
}

/**
 * A library that cannot be opened has no window with a menu in it, and every further start would come to the same end: the
 * user may try again, or take another one.
 */
export async function offerAnother(why: string): Promise<void> {
  const { notOpened, tryAgain, openAnother, quit } = wordsOfSystem().start;
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message: notOpened,
    detail: why,
    buttons: [tryAgain, openAnother, quit],
    cancelId: 2,
  });
  if (response === 0) relaunch(commandLine.start);
  else if (response === 1) {
    const words = wordsOfSystem().dialogs;
    const { filePaths } = await dialog.showOpenDialog({ ...pickLibrary(words), properties: ['openDirectory'] });
    const [folder] = filePaths;
    const isMeant = folder !== undefined && (await mayHoldLibrary(folder, words, dialog.showMessageBox));
    // Nothing chosen is no choice yet.
    if (!isMeant) return offerAnother(why);
    relaunch(argumentsFor(folder, commandLine.start));
  }
  app.exit(1);
}

/** Ends this Kindred in order and starts it anew. */
export function startOn(folder: string, current: string): void {
  if (resolve(folder) === resolve(current)) return;
  relaunch(argumentsFor(folder, commandLine.start));
  app.quit();
}

/** As soon as this one has ended. */
function relaunch(args: readonly string[]): void {
  // An AppImage's program lies in a folder that is gone when it has ended; the image itself stays.
  const image = process.env.APPIMAGE;
  app.relaunch({ args: [...args], ...(image !== undefined && { execPath: image }) });
}
