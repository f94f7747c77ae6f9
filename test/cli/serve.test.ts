import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { kindredIn, removeFolder, temporaryFolder } from './run-kindred.ts';

test.each([
  ['error', `throw new Error('nobody has foreseen this')`],
  ['rejection', `void Promise.reject(new Error('nobody has foreseen this'))`],
])('an unforeseen %s ends a server in order, with its reason', async (_what, happens) => {
  const data = temporaryFolder();
  onTestFinished(() => removeFolder(data));
  // Once the library is open, and not in the engine's processes.
  const program = `
    import { existsSync } from 'node:fs';
    const look = setInterval(() => {
      if (!existsSync(${JSON.stringify(join(data, 'owner.json'))})) return;
      clearInterval(look);
      ${happens};
    }, 50);
    if (!process.argv.includes('serve')) clearInterval(look);`;
  const environment = { NODE_OPTIONS: `--import "data:text/javascript,${encodeURIComponent(program)}"` };
  const { code, err } = await kindredIn(environment, 'serve', '--data', data);
  expect([code, err]).toEqual([1, expect.stringContaining('nobody has foreseen this')]);
  expect(existsSync(join(data, 'owner.json'))).toBe(false);
});
