/** The imports and followed folders as the window knows them. Their progress is kept in every view. */
import { create } from 'zustand';
import type { EventData, Result } from '../../preload/contract.ts';
import { call, on } from '../bridge.ts';
import { attempt } from '../changes/attempt.ts';
import { oneAfterAnother } from '../one-after-another.ts';

export type ImportJob = Result<'imports.list'>['jobs'][number];
type FollowedFolder = Result<'folders.list'>['folders'][number];
export type ImportProgress = EventData<'import.progress'>;

/** What the user chooses for an import. */
export interface ImportOptions {
  readonly thorough: boolean;
  readonly autoRotate: boolean;
}

interface ImportsState {
  /** The newest first. */
  readonly jobs: readonly ImportJob[];
  readonly folders: readonly FollowedFolder[];
  readonly isRead: boolean;
  /** For the next import, wherever it is begun. */
  readonly options: ImportOptions;
}

export const useImports = create<ImportsState>(() => ({
  jobs: [],
  folders: [],
  isRead: false,
  options: { thorough: false, autoRotate: false },
}));

const { getState, setState } = useImports;

const readImports = oneAfterAnother(async () => {
  const [{ jobs }, { folders }] = await Promise.all([call('imports.list', {}), call('folders.list', {})]);
  setState({ jobs, folders, isRead: true });
});

/** Whether the followed folders are where they were. */
export async function readFolders(): Promise<void> {
  const found = await call('folders.list', {}).catch(() => null);
  if (found) setState(found);
}

/** Running or paused: there is something left of it. */
export const isAtWork = ({ progress: { state } }: ImportJob): boolean => state === 'running' || state === 'paused';

/** The import that is at work, if one is: for the line that every view shows. */
export const runningImport = ({ jobs }: ImportsState): ImportProgress | null =>
  jobs.find(({ progress }) => progress.state === 'running')?.progress ?? null;

export async function startImport(paths: readonly string[]): Promise<boolean> {
  const started = await attempt(() => call('imports.start', { ...getState().options, paths: [...paths] }));
  if (!started) return false;
  await attempt(readImports);
  return true;
}

type JobChange = 'imports.pause' | 'imports.resume' | 'imports.cancel' | 'imports.retry';

export async function changeImport(name: JobChange, id: string): Promise<void> {
  await attempt(() => call(name, { id }));
  await attempt(readImports);
}

export async function followFolder(path: string): Promise<boolean> {
  const added = await attempt(() => call('folders.add', { paths: [path] }));
  await attempt(readImports);
  return added !== null;
}

export async function leaveFolder(path: string): Promise<void> {
  await attempt(() => call('folders.remove', { paths: [path] }));
  await attempt(readImports);
}

/** Call once, when the window starts. */
export function followImports(): void {
  on('import.progress', (progress) => {
    const { jobs } = getState();
    const known = jobs.find((job) => job.progress.jobId === progress.jobId);
    if (!known || known.progress.state !== progress.state) void attempt(readImports);
    if (known) setState({ jobs: jobs.map((job) => (job === known ? { ...job, progress } : job)) });
  });
  on('library.changed', ({ kinds }) => {
    if (kinds.includes('imports')) void attempt(readImports);
  });
  void attempt(readImports);
}
