import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{main,preload,renderer,native-models,test}/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'test/bench/peers/**'],
    // Native modules (onnxruntime, sharp, SQLite) do not share worker threads well: a process per file.
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // What is waited for comes at once, but for a machine that does much else.
    expect: { poll: { timeout: 10_000 } },
  },
});
