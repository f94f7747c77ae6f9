import { join } from 'node:path';
import { defineConfig } from 'vite';

/** The preload script: a sandboxed one must be a single CommonJS file. */
export default defineConfig({
  build: {
    outDir: join(import.meta.dirname, 'out/preload'),
    lib: { entry: join(import.meta.dirname, 'preload/index.ts'), formats: ['cjs'], fileName: () => 'index.cjs' },
    rollupOptions: { external: ['electron'] },
  },
});
