/**
 * Makes the model files of the pack and checks each against its source: `npm run convert`, or `npm run convert -- DIR`
 * to write elsewhere. Prints, per output, the largest absolute difference between the file and its source.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { recipes } from './recipes.ts';
import { verify } from './verify.ts';

const target = resolve(process.argv[2] ?? join(import.meta.dirname, '../kindred'));
mkdirSync(target, { recursive: true });
for (const { file, make } of recipes) {
  const converted = await make();
  const differences = await verify(converted);
  writeFileSync(join(target, file), converted.bytes);
  const digest = createHash('sha256').update(converted.bytes).digest('hex');
  console.log(`${file}  ${converted.bytes.length} bytes  sha256 ${digest}`);
  for (const { output, difference, magnitude } of differences)
    console.log(`  ${output}: max abs diff ${difference.toExponential(1)} of ${magnitude.toPrecision(3)}`);
}
