import { defineConfig } from '@playwright/test';
import base from '../../playwright.config.ts';

/** Kindred as it is installed: what was packed, and the specs of the window once more, on the packed application. */
export default defineConfig({
  ...base,
  testDir: '..',
  // In a browser the sources are served, packed or not.
  grepInvert: /in a browser/,
  testMatch: ['packaging/*.spec.ts', 'e2e/*.spec.ts'],
  outputDir: '../../out/packaging',
  globalSetup: './pack-kindred.ts',
});
