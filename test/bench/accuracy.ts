/**
 * How right the engine is, on photos people labelled: one Markdown table beside the figures of the study that chose the
 * models (native-models/README.md). `npm run bench -- accuracy [part …] [--pack DIR]`.
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
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

/** Options: names of parts (all), `--pack DIR` (the shipped pack). Fails where a bar does not hold. */
export async function run(args: string[]): Promise<void> {
  const { values, positionals: parts } = parseArgs({
    args,
    options: { pack: { type: 'string', default: SHIPPED_PACK } },
    allowPositionals: true,
  });
  const unknown = parts.filter((part) => !(part in PARTS));
  if (unknown.length > 0)
    throw new RangeError(`No such part: ${unknown.join(', ')}. There are: ${Object.keys(PARTS).join(', ')}.`);
  const pack = await openPack(values.pack);
  const models = await loadModels(pack, { threads: 1 });
  const rows: Row[] = [];
  for (const [name, measure] of Object.entries(PARTS)) {
    if (parts.length > 0 && !parts.includes(name)) continue;
    console.error(`${name} …`);
    rows.push(...(await measure(models, pack)));
  }
  await models.release();
  console.log(table(rows));
  if (rows.some(({ bar }) => bar?.holds === false)) process.exitCode = 1;
}
