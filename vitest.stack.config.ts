import { defineConfig } from 'vitest/config';

/** Tests against the real servers, one file at a time, since they share them. */
export default defineConfig({
  test: {
    include: ['scripts/stack/**/*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
