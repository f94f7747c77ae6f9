import { defineConfig } from '@playwright/test';

/** The whole application, as a user meets it: test/e2e, in Electron or its stand-in (test/electron-host). */
export default defineConfig({
  testDir: 'test',
  testMatch: ['e2e/*.spec.ts', 'electron-host/*.spec.ts'],
  outputDir: 'out/e2e',
  globalSetup: './test/e2e/prepare.ts',
  forbidOnly: process.env.CI !== undefined,
  // Every file starts a window and an engine of its own; two at once are slower than one after the other.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: { trace: process.env.CI ? 'retain-on-failure' : 'off' },
});
