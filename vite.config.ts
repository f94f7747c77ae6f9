import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The window's pages. Main needs no build: Node and Electron run its TypeScript as it is. */
export default defineConfig({
  root: join(import.meta.dirname, 'renderer'),
  plugins: [react()],
  build: {
    outDir: join(import.meta.dirname, 'out/renderer'),
    emptyOutDir: true,
    // kB. One chunk is right: it is read from the disk beside it, and all of it is soon needed. More would be news.
    chunkSizeWarningLimit: 1000,
    // What is bundled leaves its package behind; its licence comes along.
    license: { fileName: 'licences.md' },
  },
});
