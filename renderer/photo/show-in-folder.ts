/** Where a photo lies, shown by the system's file manager; an ordinary browser has none to offer. */
import { taken } from '../bridge.ts';
import { attempt } from '../changes/attempt.ts';
import type { Strings } from '../strings/english.ts';

const shell = window.kindred;

export const canShowInFolder = shell !== undefined;

/** What the system's own file manager is called. */
export const showInFolderLabel = ({ photo }: Strings): string => photo.showIn[shell?.system ?? 'other'];

/** @param place among the files of the photo; null for the first that is there */
export async function showInFolder(photoId: string, place: number | null): Promise<void> {
  if (shell) await attempt(async () => taken(await shell.showFile({ photoId, place })));
}
