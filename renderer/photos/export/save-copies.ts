/**
 * Copies of originals: into a folder that the system's own dialog asks for; in an ordinary browser, which shows no folders
 * to its pages, one photo as a download. How far it is, and what came of it, is told in a toast.
 */
import type { Args, EventData } from '../../../preload/contract.ts';
import { call, on } from '../../bridge.ts';
import { BridgeError } from '../../bridge-error.ts';
import { attempt } from '../../changes/attempt.ts';
import { inParts } from '../../changes/in-parts.ts';
import { sayFailure } from '../../changes/say-failure.ts';
import { choosePaths } from '../../choosing/choose-paths.ts';
import type { Strings } from '../../strings/english.ts';
import { currentStrings } from '../../strings/strings.ts';
import { amendToast, closeToast, toast } from '../../ui/toasts.tsx';

type Progress = EventData<'export.progress'>;
type Photos = Args<'exports.start'>['photos'];

/** All photos of somebody, or of an album: where there are folders to choose from. */
export const canSaveAll = window.kindred !== undefined;

/** Whether so many can be saved from here. */
export const canSaveCopies = (photos: number): boolean => canSaveAll || photos === 1;

/** How saving so many is called here. */
export const saveCopiesLabel = ({ exports: words }: Strings, photos: number): string =>
  canSaveAll ? words.save(photos) : words.download;

export async function savePhotos(ids: readonly string[]): Promise<void> {
  const [id] = ids;
  if (!canSaveAll && id !== undefined) await download(id);
  else await save(inParts(ids).map((some) => ({ ids: some })));
}

export const saveAllOf = (filter: Extract<Photos, { filter: unknown }>['filter']): Promise<void> => save([{ filter }]);

/** @param parts more than a call takes are several exports, one after the other */
async function save(parts: readonly Photos[]): Promise<void> {
  const [folder] = await choosePaths('export-folder');
  if (folder === undefined) return;
  for (const photos of parts) {
    const begun = await attempt(() => call('exports.start', { photos, folder }));
    if (!begun) return;
    // It may be on its way, or at its end, before we hear that it has begun.
    if (!ended.delete(begun.exportId) && !shown.has(begun.exportId)) tell(begun);
  }
}

async function download(id: string): Promise<void> {
  const photo = await attempt(() => call('photo.show', { id }));
  if (!photo) return;
  if (photo.original === 'missing') {
    toast(currentStrings().exports.missing(1), { isFailure: true });
    return;
  }
  const link = Object.assign(document.createElement('a'), { href: `/original/${id}`, download: '' });
  link.click();
}

/** Toasts of exports under way. */
const shown = new Map<string, number>();
/** Ended before their toast was there. */
const ended = new Set<string>();

/** Call once, when the window starts. */
export function followExports(): void {
  on('export.progress', tell);
}

function tell(progress: Progress): void {
  const { exportId, state, done, total } = progress;
  const { exports: words, common } = currentStrings();
  const at = shown.get(exportId);
  if (state !== 'running') {
    if (at === undefined) ended.add(exportId);
    else closeToast(at);
    shown.delete(exportId);
    const isWhole = state !== 'failed' && progress.counts.failed + progress.counts.missing === 0;
    toast(outcome(progress), { isFailure: !isWhole });
  } else if (at !== undefined) amendToast(at, { done, total });
  else {
    const cancel = (): void => void attempt(() => call('exports.cancel', { id: exportId }));
    const action = { label: common.cancel, run: cancel };
    shown.set(exportId, toast(words.saving(total), { progress: { done, total }, action }));
  }
}

/** What became of them, and of those that were not copied why. */
function outcome({ state, folder, done, total, counts, reason }: Progress): string {
  const { exports: words } = currentStrings();
  const { copied, known, missing, failed } = counts;
  return [
    state === 'done' ? words.saved(copied, folder) : words.stopped(copied, total - done, folder),
    known > 0 ? words.known(known) : '',
    missing > 0 ? words.missing(missing) : '',
    failed > 0 ? words.failed(failed) : '',
    reason ? sayFailure(new BridgeError(reason)) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
