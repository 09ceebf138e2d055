import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/construire.ts'],
    setupFiles: ['test/support/graine.ts'],
    // Les essais attendent souvent un autre programme : deux de front, même sur deux cœurs.
    maxWorkers: 2,
    // Deux cœurs partagés avec LibreOffice et Chromium : large, pour ne juger que le résultat.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: { branches: 95 },
    },
  },
});
