/**
 * The one place that loads sharp, and decides which build of it.
 *
 * Inside Electron on Linux the native build shares the process with Electron's own GLib and crashes at random
 * (lovell/sharp#4522), so there its WebAssembly build is taken. sharp offers no switch for it, but it resolves its binary
 * by package name, and that resolution can be redirected.
 */
import { registerHooks } from 'node:module';
import process from 'node:process';

if (process.platform === 'linux' && process.versions.electron !== undefined) {
  const wasm = import.meta.resolve('@img/sharp-wasm32/sharp.node');
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const native = /^@img\/sharp-linux(musl)?-[^/]+\/sharp\.node$/.test(specifier);
      return native ? { url: wasm, format: 'commonjs', shortCircuit: true } : nextResolve(specifier, context);
    },
  });
}

const { default: sharp } = await import('sharp');

// A photo is decoded once: keeping its operations would only hold memory (and files open on Windows).
sharp.cache(false);
// Photos run beside each other on libuv's threads; a second level of threads below them costs more than it gives.
sharp.concurrency(1);

export { sharp };
