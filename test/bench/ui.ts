/**
 * The window on a large library: how soon it shows something, whether it scrolls without a jerk, what it weighs, and
 * whether all that holds while an import runs.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { startEngine } from '../../main/engine/client.ts';
import { benchPhotos } from './import/photos.ts';
import { markdownTable } from './markdown-table.ts';
import { median } from './median.ts';
import { mainThreadDuring } from './ui/main-thread.ts';
import { type Size, syntheticLibrary } from './ui/synthetic-library.ts';
import { openWindow, type Window } from './ui/window.ts';

/** What has to hold: ms, ms, ms, ms, MiB. */
const BARS = { grid: 500, frame: 16.7, task: 50, people: 300, memory: 600 };

/** A frame of a display of 60 Hz comes a little early or late; one that was missed comes twice as late. */
const JITTER = 1.5;

/** px a second: reading, and looking for something. */
const SPEEDS = { slowly: 1200, quickly: 8000 } as const;
const SECONDS = 4;
/** Each way of scrolling, of which the median counts; then once more under the eye of the tracer, which costs time. */
const REPEATS = 3;
/** A window that has just opened reads who there is, ms. */
const SETTLED = 4000;
/** Clocks of pages tell tenths of a ms. */
const RESOLUTION = 0.1;
const RELOADS = 5;

const GRID = '[data-place] img';
const SCROLLER = ':has(> * > * > li > [data-place])';

const Scrolled = z.object({ intervals: z.array(z.number()), scrolled: z.number() });
const Ms = z.number();
const Paints = z.array(z.object({ name: z.string(), startTime: z.number() }));

type Row = Record<'what' | 'measured' | 'bar' | 'holds', string>;

/** Options: `--photos N` (100,000), `--faces N` (150,000), `--keep DIR` where the made-up libraries stay for the next run. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { photos: { type: 'string' }, faces: { type: 'string' }, keep: { type: 'string' } },
  });
  const folder = values.keep ?? join(tmpdir(), 'kindred-bench-ui');
  await mkdir(folder, { recursive: true });
  const photos = Number(values.photos ?? 100_000);
  const size: Size = { photos, faces: Number(values.faces ?? 1.5 * photos), persons: 3000, groups: 3000, onOneDay: 0 };
  const engine = await startEngine({ processes: 1 });
  const spread = await syntheticLibrary(folder, engine.pack, size);
  const oneDay = await syntheticLibrary(folder, engine.pack, { ...size, faces: 0, onOneDay: Math.round(0.7 * photos) });
  await engine.close();

  const rows: Row[] = [];
  await inWindow(spread, async (window) => {
    rows.push(...(await measureStart(window)));
    rows.push(...(await measureScroll(window, 'grid')));
    rows.push(...(await measurePeople(window)));
    rows.push(...(await measureMemory(window)));
  });
  await inWindow(oneDay, async (window) => {
    rows.push(...(await measureScroll(window, `grid, ${size.photos * 0.7} photos on one day`)));
  });
  const album = await newPhotos(folder);
  await inWindow(spread, async (window) => {
    await startImport(window, album);
    rows.push(...(await measureScroll(window, 'grid, while an import runs')));
    rows.push(...(await measurePeople(window, ', while an import runs')));
  });
  console.log(markdownTable(rows));
}

async function inWindow(data: string, work: (window: Window) => Promise<void>): Promise<void> {
  const window = await openWindow(data);
  try {
    await work(window);
  } finally {
    await window.close();
  }
}

const row = (what: string, value: number, bar: number, unit = 'ms'): Row => ({
  what,
  measured: `${value.toFixed(unit === 'ms' && value < 100 ? 1 : 0)} ${unit}`,
  bar: `<= ${bar} ${unit}`,
  holds: value <= bar + RESOLUTION ? 'yes' : 'NO',
});

async function measureStart({ page }: Window): Promise<Row[]> {
  const [grids, fromPaint]: [number[], number[]] = [[], []];
  for (let i = 0; i < RELOADS; i++) {
    await page.reload();
    const grid = Ms.parse(await page.evaluate(`bench.picturesPainted('${GRID}')`));
    const paints = Paints.parse(
      await page.evaluate('bench.paints().map(({ name, startTime }) => ({ name, startTime }))'),
    );
    const first = paints.find(({ name }) => name === 'first-paint')?.startTime ?? Number.NaN;
    grids.push(grid);
    fromPaint.push(grid - first);
  }
  return [
    row('first grid, from the first paint (the window shows)', median(fromPaint), BARS.grid),
    row('first grid, from the beginning of the page', median(grids), BARS.grid),
  ];
}

async function measureScroll({ page }: Window, what: string): Promise<Row[]> {
  const rows: Row[] = [];
  await page.locator('a[href="#/photos"]').click();
  await page.evaluate(`bench.picturesPainted('${GRID}')`);
  await page.waitForTimeout(SETTLED);
  for (const [how, speed] of Object.entries(SPEEDS)) {
    const scroll = async (): Promise<number[]> => {
      const { intervals, scrolled } = Scrolled.parse(
        await page.evaluate(`bench.scroll('${SCROLLER}', ${SECONDS}, ${speed})`),
      );
      if (scrolled < speed) throw new Error(`The grid has not scrolled: ${scrolled} px.`);
      return intervals;
    };
    const runs: number[][] = [];
    for (let i = 0; i < REPEATS; i++) runs.push(await scroll());
    const { tasks, frames } = await mainThreadDuring(page, scroll);
    const all = runs.flat();
    const missed = (100 * all.filter((interval) => interval > JITTER * BARS.frame).length) / all.length;
    const longest = tasks.reduce((longer, task) => (task.cpuMs > longer.cpuMs ? task : longer), NO_TASK);
    rows.push(
      row(`${what}, scrolled ${how}: frame, p95 (${missed.toFixed(0)} % missed)`, median(runs.map(p95)), BARS.frame),
      row(
        'the same: work of the main thread for a frame, p95, processor time',
        p95(frames.map(({ cpuMs }) => cpuMs)),
        BARS.frame,
      ),
      row(`the same: longest task, processor time (it took ${longest.ms.toFixed(0)} ms)`, longest.cpuMs, BARS.task),
    );
  }
  return rows;
}

const NO_TASK = { ms: 0, cpuMs: 0 };

function p95(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(0.95 * sorted.length)] ?? Number.NaN;
}

async function measurePeople({ page }: Window, when = ''): Promise<Row[]> {
  const times: number[] = [];
  for (let i = 0; i < RELOADS; i++) {
    await page.locator('a[href="#/photos"]').click();
    await page.evaluate(`bench.picturesPainted('${GRID}')`);
    times.push(
      Ms.parse(
        await page.evaluate(
          `bench.press('a[href="#/people"]', () => bench.picturesPainted('main img[src^="/face/"]'))`,
        ),
      ),
    );
  }
  return [row(`People, 3,000 persons${when}`, median(times), BARS.people)];
}

async function measureMemory(window: Window): Promise<Row[]> {
  const memory = await window.memory();
  if (memory === null) return [];
  const shared = `with what it shares and may be taken back: ${memory.resident.toFixed(0)} MiB`;
  return [row(`memory of the window after all that (${shared})`, memory.own, BARS.memory, 'MiB')];
}

/**
 * Real photos, so many that importing them outlasts the measuring. In each run they are new to a library that stays: what
 * follows the end of a JPEG changes nothing but its hash.
 */
async function newPhotos(folder: string): Promise<string> {
  const album = join(folder, 'album');
  await rm(album, { recursive: true, force: true });
  await mkdir(album);
  const photos = benchPhotos(1);
  for (const [i, photo] of [...photos, ...photos].entries()) {
    await writeFile(join(album, `${i}.jpg`), Buffer.concat([await readFile(photo), randomBytes(16)]));
  }
  return album;
}

async function startImport({ page }: Window, album: string): Promise<void> {
  const body = JSON.stringify(JSON.stringify({ paths: [album] }));
  await page.evaluate(
    `fetch('/rpc/imports.start', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${body} })`,
  );
  await page.getByRole('progressbar').first().waitFor();
}
