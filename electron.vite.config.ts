import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const here = (path: string): string => join(import.meta.dirname, path);

/** `npm run build`: main, preload and renderer as plain JavaScript under out/, which is what the packaged app contains. */
export default defineConfig({
  main: {
    build: {
      outDir: here('out/main'),
      rollupOptions: {
        input: { desktop: here('main/desktop/desktop.ts'), process: here('main/engine/process.ts') },
      },
    },
  },
  preload: {
    build: {
      outDir: here('out/preload'),
      // A sandboxed preload script cannot be an ES module, and cannot require packages: everything is bundled in.
      rollupOptions: {
        input: { index: here('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
      externalizeDeps: false,
    },
  },
  renderer: {
    root: here('renderer'),
    plugins: [react()],
    build: { outDir: here('out/renderer'), rollupOptions: { input: here('renderer/index.html') } },
  },
});
