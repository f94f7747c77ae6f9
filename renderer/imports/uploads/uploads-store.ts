/**
 * Uploads as the window knows them, in the browser alone: there a page is not told where its files lie. Everything that
 * is dropped before all of it has landed is one upload, and one import.
 */
import { create } from 'zustand';
import { call } from '../../bridge.ts';
import { attempt } from '../../changes/attempt.ts';
import { currentStrings } from '../../strings/strings.ts';
import { toast } from '../../ui/toasts.tsx';
import { startImport, useImports } from '../imports-store.ts';
import type { FoundFile } from './found-files.ts';
import { outermostFolders, pathsToImport } from './landed-paths.ts';
import { sendUpload } from './send-upload.ts';
import { type UploadProgress, UploadQueue } from './upload-queue.ts';
import { type UploadRules, whyNot } from './worth-sending.ts';

interface UploadsState {
  readonly progress: UploadProgress | null;
  /** When sending began, ms: for how long the rest may take. */
  readonly since: number;
}

export const useUploads = create<UploadsState>(() => ({ progress: null, since: 0 }));

const { getState, setState } = useUploads;

/** ms. */
const SHOW_EVERY = 100;

let queue: UploadQueue | null = null;
/** Of the queue's landed files, those that an import has been started for. */
let imported = 0;
let rules: Promise<UploadRules> | null = null;

/** Sends what was dropped or chosen, and imports it. */
export async function uploadFiles(files: AsyncIterable<FoundFile>): Promise<void> {
  rules ??= call('uploads.rules', {});
  const known = await attempt(() => rules ?? call('uploads.rules', {}));
  if (!known) {
    rules = null;
    return;
  }
  if (!queue || queue.progress.isOver) begin();
  await queue?.add(files, (found) => {
    const code = whyNot(found, known);
    // In a folder lies all kind of things; a file that was dropped by itself is missed when it does not come.
    if (code !== null && code !== 'too-large' && found.path.includes('/')) return undefined;
    return code === null ? null : { code };
  });
  if (getState().progress?.total === 0) {
    setState({ progress: null });
    toast(currentStrings().imports.nothingToUpload, { isFailure: true });
  }
}

function begin(): void {
  const fresh = new UploadQueue(sendUpload, (progress) => {
    if (queue === fresh) follow(fresh, progress);
  });
  queue = fresh;
  imported = 0;
  setState({ progress: fresh.progress, since: Date.now() });
  window.addEventListener('beforeunload', warn);
  window.addEventListener('pagehide', importWhatLanded);
}

let shownAt = 0;

function follow(fresh: UploadQueue, progress: UploadProgress): void {
  // Thousands of small files come and go faster than anybody can read.
  const isNews = progress.isOver || progress.stoppedBy !== getState().progress?.stoppedBy;
  if (!isNews && performance.now() - shownAt < SHOW_EVERY) return;
  shownAt = performance.now();
  setState({ progress });
  if (!progress.isOver) return;
  window.removeEventListener('beforeunload', warn);
  window.removeEventListener('pagehide', importWhatLanded);
  const landed = fresh.landed.slice(imported);
  imported = fresh.landed.length;
  if (landed.length > 0) void startImport(pathsToImport(landed));
  // What failed stays to be read, in Imports; whoever is elsewhere is told of it.
  if (progress.failed.length > 0)
    toast(currentStrings().imports.uploadsFailed(progress.failed.length), { isFailure: true });
  else if (progress.total > 0) setState({ progress: null });
}

export function cancelUploads(): void {
  queue?.cancel();
  setState({ progress: null });
}

export const goOnWithUploads = (): void => queue?.goOn();

export function retryUploads(): void {
  window.addEventListener('beforeunload', warn);
  window.addEventListener('pagehide', importWhatLanded);
  setState({ since: Date.now() });
  queue?.retry();
}

export const closeUploads = (): void => setState({ progress: null });

/** The browser asks in its own words. */
const warn = (event: BeforeUnloadEvent): void => event.preventDefault();

/** The page is going: what has landed is imported all the same. */
function importWhatLanded(): void {
  const landed = queue?.landed.slice(imported) ?? [];
  if (landed.length === 0) return;
  const body = JSON.stringify({ ...useImports.getState().options, paths: outermostFolders(landed) });
  const headers = { 'content-type': 'application/json' };
  void fetch('/rpc/imports.start', { method: 'POST', headers, body, keepalive: true });
}
