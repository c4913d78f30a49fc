import react from '@vitejs/plugin-react';
import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2022',
    outDir: 'dist/app',
    // Tells the bundle budget which files a page loads.
    manifest: true,
    // What is inlined as data: would count against the content security policy's strictness, and cannot be cached.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The source is public, and a readable stack in a bug report is worth the disk space: browsers fetch maps on demand.
    sourcemap: true,
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'server/**/*.test.ts', 'mocks/**/*.test.ts', 'scripts/**/*.test.ts'],
    // Those need the real servers: `npm run test:stack`.
    exclude: [...configDefaults.exclude, 'scripts/stack/**'],
    environment: 'node',
    setupFiles: ['src/testing/setup.ts'],
    restoreMocks: true,
  },
});
