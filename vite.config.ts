import react from '@vitejs/plugin-react';
import { configDefaults, defineConfig } from 'vitest/config';

/** Packages that every page needs. Recharts and its kin are not among them: only boards that have bars or pies load those. */
const vendor =
  /[\\/]node_modules[\\/](react|react-dom|scheduler|@tanstack|wouter|regexparam|use-sync-external-store|zustand|valibot|uplot)[\\/]/;

export default defineConfig({
  plugins: [react()],
  // wouter brings a shim for Reacts that lack this hook; ours has it.
  resolve: { alias: { 'use-sync-external-store/shim/index.js': 'react' } },
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
    rolldownOptions: {
      output: {
        // Left alone, what pages share is cut into dozens of small files: 12 KB more to load, in more requests.
        codeSplitting: {
          groups: [
            { name: 'vendor', test: vendor, priority: 2 },
            { name: 'shared', test: /[\\/]src[\\/](?!panels|pages|i18n)/, minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
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
