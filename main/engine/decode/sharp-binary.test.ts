import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);

/** Decodes a photo in a process of its own, and tells which build of sharp did it. */
async function decodeAs(electron: boolean): Promise<{ wasm: boolean; width: number }> {
  const decoder = new URL('./decode-photo.ts', import.meta.url).href;
  const binary = new URL('./sharp-binary.ts', import.meta.url).href;
  const photo = fileURLToPath(new URL('../../../test/engine/photos/quadrants.heic', import.meta.url));
  const script = `
    ${electron ? "Object.defineProperty(process.versions, 'electron', { value: '45.0.0' });" : ''}
    const { sharp } = await import(${JSON.stringify(binary)});
    const { decodePhoto } = await import(${JSON.stringify(decoder)});
    const { width } = await decodePhoto({ path: ${JSON.stringify(photo)} });
    console.log(JSON.stringify({ wasm: 'emscripten' in sharp.versions, width }));
    process.exit(0);`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script]);
  return JSON.parse(stdout);
}

test('photos are decoded by the native build, and inside Electron on Linux by the WebAssembly one', async () => {
  expect(await decodeAs(false)).toEqual({ wasm: false, width: 96 });
  expect(await decodeAs(true)).toEqual({ wasm: process.platform === 'linux', width: 96 });
});
