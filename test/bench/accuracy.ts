/**
 * How right the engine is, on photos people labelled: one Markdown table beside the figures of the study that chose the
 * models (native-models/README.md). `npm run bench -- accuracy`, or `node test/bench/accuracy.ts [part …]`.
 */
import process from 'node:process';
import type { Models } from '../../main/engine/load-models.ts';
import { loadModels } from '../../main/engine/load-models.ts';
import { openPack, type Pack, SHIPPED_PACK } from '../../main/engine/pack/open-pack.ts';
import { attributes } from './accuracy/attributes.ts';
import { detection } from './accuracy/detection.ts';
import { landmarks } from './accuracy/landmarks.ts';
import { orientation } from './accuracy/orientation.ts';
import { recognition } from './accuracy/recognition.ts';
import { type Row, table } from './accuracy/row.ts';

/** Cheapest first, so that something can be read early. */
const PARTS: Record<string, (models: Models, pack: Pack) => Promise<Row[]>> = {
  landmarks,
  detection,
  orientation,
  attributes,
  recognition,
};

export interface AccuracyOptions {
  /** Folder of the model pack to judge; the shipped one by default. */
  readonly pack?: string;
  /** Which parts to run, all by default. */
  readonly parts?: readonly string[];
}

/** @returns whether every bar holds; the table goes to stdout, progress to stderr */
export async function accuracy({ pack: folder = SHIPPED_PACK, parts = [] }: AccuracyOptions = {}): Promise<boolean> {
  const unknown = parts.filter((part) => !(part in PARTS));
  if (unknown.length > 0)
    throw new RangeError(`No such part: ${unknown.join(', ')}. There are: ${Object.keys(PARTS).join(', ')}.`);
  const pack = await openPack(folder);
  const models = await loadModels(pack, { threads: 1 });
  const rows: Row[] = [];
  for (const [name, measure] of Object.entries(PARTS)) {
    if (parts.length > 0 && !parts.includes(name)) continue;
    console.error(`${name} …`);
    rows.push(...(await measure(models, pack)));
  }
  await models.release();
  console.log(table(rows));
  return rows.every(({ bar }) => bar?.holds !== false);
}

if (import.meta.main) {
  process.exitCode = (await accuracy({ parts: process.argv.slice(2) })) ? 0 : 1;
}
