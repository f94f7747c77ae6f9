/**
 * What the page's main thread did, by Chromium's own trace: how long each task took, and how much processor time of its
 * own it had meanwhile. On a machine that others use too the second is the one that tells something.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { z } from 'zod';

export interface Task {
  readonly ms: number;
  readonly cpuMs: number;
}

export interface MainThread {
  readonly tasks: readonly Task[];
  /** Each made a frame: scripts, style, layout, paint. */
  readonly frames: readonly Task[];
}

/** Times in µs. */
const Event = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number(),
  dur: z.number().optional(),
  tdur: z.number().optional(),
  args: z.looseObject({ name: z.unknown() }).partial().optional(),
});
type Event = z.infer<typeof Event>;

const TASK = 'ThreadControllerImpl::RunTask';
const FRAME = 'ProxyMain::BeginMainFrame';

export async function mainThreadDuring<Result>(
  page: Page,
  work: () => Promise<Result>,
): Promise<MainThread & { readonly result: Result }> {
  const browser = page.context().browser();
  if (!browser) throw new Error('This page has no browser to trace.');
  const folder = await mkdtemp(join(tmpdir(), 'kindred-trace-'));
  const path = join(folder, 'trace.json');
  try {
    await browser.startTracing(page, { path, categories: ['toplevel', 'cc'] });
    const result = await work();
    await browser.stopTracing();
    const { traceEvents } = z.object({ traceEvents: z.array(Event) }).parse(JSON.parse(await readFile(path, 'utf8')));
    return { result, ...mainThread(traceEvents) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function mainThread(events: readonly Event[]): MainThread {
  const threads = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const onThread = threads.map(({ pid, tid }) => events.filter((event) => event.pid === pid && event.tid === tid));
  // Other pages of the browser do nothing.
  const [busiest = []] = onThread.toSorted((a, b) => b.length - a.length);
  const called = (wanted: string): Task[] =>
    busiest
      .filter(({ name, ph }) => name === wanted && ph === 'X')
      .map(({ dur = 0, tdur = 0 }) => ({ ms: dur / 1000, cpuMs: tdur / 1000 }));
  return { tasks: called(TASK), frames: called(FRAME) };
}
