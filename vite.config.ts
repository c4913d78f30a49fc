import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Rolldown } from 'vite';
import { configDefaults, defineConfig } from 'vitest/config';
import { shortClassNames } from './scripts/class-names.ts';
import { preloadPage } from './scripts/preload-page.ts';

/** What every page loads, and what a board of time series and stats loads on top of it. */
const firstLoads = [
  { name: 'core', from: /[\\/]src[\\/]app[\\/]main\.tsx$/ },
  { name: 'board', from: /[\\/]src[\\/]pages[\\/]dashboard[\\/]DashboardPage\.tsx$/ },
] as const;

/** The first load that needs a module at once, by way of static imports; null for what is loaded on demand. */
const firstLoadOf: Rolldown.CodeSplittingNameFunction = (id, context) => {
  const seen = new Set<string>();
  const reaches = (target: RegExp, module: string): boolean => {
    if (target.test(module)) return true;
    if (seen.has(module)) return false;
    seen.add(module);
    return context.getModuleInfo(module)?.importers.some((importer) => reaches(target, importer)) ?? false;
  };
  for (const { name, from } of firstLoads) {
    seen.clear();
    // What starts a load stays a file of its own: others name it.
    if (reaches(from, id) && !from.test(id) && context.getModuleInfo(id)?.isEntry === false) return name;
  }
  return null;
};

export default defineConfig(({ mode, command }) => ({
  plugins: [react(), preloadPage('src/pages/dashboard/DashboardPage.tsx')],
  // Says whether the app brings its own simulated data; a build that does not has nothing of it.
  define: { 'import.meta.env.VITE_DEMO': JSON.stringify(String(mode === 'demo')) },
  // The embedded Prometheus in the browser.
  worker: { format: 'es' },
  resolve: {
    alias: [
      // wouter brings a shim for Reacts that lack this hook; ours has it.
      { find: 'use-sync-external-store/shim/index.js', replacement: 'react' },
      // react-query loads these though nothing here uses them.
      {
        find: /^\.\/(mutationCache|infiniteQueryBehavior)\.js$/,
        replacement: resolve('src/data/unusedQueryParts.ts'),
      },
    ],
  },
  ...(command === 'build' && { css: { modules: { generateScopedName: shortClassNames('src') } } }),
  build: {
    target: 'es2022',
    outDir: 'dist/app',
    // Slower than the default, and 1 % smaller: it is built once and loaded every day.
    minify: 'terser',
    terserOptions: { module: true, compress: { passes: 3, ecma: 2020 } },
    // Tells the bundle budget which files a page loads.
    manifest: true,
    // What is inlined as data: would count against the content security policy's strictness, and cannot be cached.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The source is public, and a readable stack in a bug report is worth the disk space: browsers fetch maps on demand.
    sourcemap: true,
    rolldownOptions: {
      output: {
        // Names of what comes later are written out in what comes first, and cost it half a kilobyte.
        chunkFileNames: ({ name }) =>
          `assets/${firstLoads.some((load) => load.name === name) ? `${name}-` : ''}[hash:7].js`,
        // Fewer bits in each name: rolldown wants seven characters.
        hashCharacters: 'hex',
        assetFileNames: 'assets/[hash:7][extname]',
        // Left alone, what pages share is cut into dozens of small files: 12 KB more to load, in more requests.
        codeSplitting: { groups: [{ name: firstLoadOf, includeDependenciesRecursively: false }] },
      },
    },
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'server/**/*.test.ts', 'mocks/**/*.test.ts', 'scripts/**/*.test.ts'],
    // Those need the real servers: `npm run test:stack`.
    exclude: [...configDefaults.exclude, 'scripts/stack/**'],
    environment: 'node',
    // A net for what hangs, not a measure of speed: a busy machine is no failure.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    setupFiles: ['src/testing/setup.ts'],
    restoreMocks: true,
  },
}));
