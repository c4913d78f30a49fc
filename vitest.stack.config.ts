import { defineConfig } from 'vitest/config';

/** Tests against the real servers, which are started once for all; one file at a time, since they share them. */
export default defineConfig({
  test: {
    include: ['scripts/stack/**/*.test.ts'],
    globalSetup: 'scripts/stack/globalSetup.ts',
    setupFiles: ['src/testing/setup.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
