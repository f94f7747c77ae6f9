/** Makes `electron` mean the stand-in, in the main process and in utility processes alike, for import and require. */
import { registerHooks } from 'node:module';

const module = process.env.ELECTRON_HOST_UTILITY ? './utility/parent-port.ts' : './electron.ts';
const url = new URL(module, import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    /^electron(\/(main|common|utility))?$/.test(specifier)
      ? { url, format: 'module', shortCircuit: true }
      : next(specifier, context),
});
