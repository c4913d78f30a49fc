import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Rolldown } from 'vite';
import { configDefaults, defineConfig } from 'vitest/config';
import { shortClassNames } from './scripts/class-names.ts';
import { compileEarly } from './scripts/compile-early.ts';
import { slimReact } from './scripts/slim-react.ts';
import { slimUplot } from './scripts/slim-uplot.ts';
import { slimValibot } from './scripts/slim-valibot.ts';
import { WAIT } from './src/testing/wait.ts';

const FIRST_LOAD = 'core';
const SECOND_LOAD = 'later';

/** What starts the app. */
const start = /[\\/]src[\\/]app[\\/]main\.tsx$/;

/** Whether a module is one of `roots` or imported by them, however far down, statically. */
function isReachedFrom(roots: RegExp, id: string, context: Rolldown.ChunkingContext): boolean {
  const seen = new Set<string>();
  const isReached = (module: string): boolean => {
    if (roots.test(module)) return true;
    if (seen.has(module)) return false;
    seen.add(module);
    return context.getModuleInfo(module)?.importers.some(isReached) ?? false;
  };
  return isReached(id);
}

/** The first load has all that the app's start needs by way of static imports; null for what is loaded on demand. */
const firstLoad: Rolldown.CodeSplittingNameFunction = (id, context) =>
  // The start itself waits for what it loads, so it stays a file of its own: what others import must not wait.
  isReachedFrom(start, id, context) && !start.test(id) && context.getModuleInfo(id)?.isEntry === false
    ? FIRST_LOAD
    : null;

/** What pages load as soon as their first drawing is over (`later`), wherever they are: one file instead of a dozen. */
const comesLater =
  /[\\/]src[\\/](app[\\/]RailSystems|board[\\/]PanelMenu|charts[\\/]Cursor|prometheus[\\/](analysis|scrapeInterval))\.tsx?$/;

const secondLoad: Rolldown.CodeSplittingNameFunction = (id, context) =>
  isReachedFrom(comesLater, id, context) ? SECOND_LOAD : null;

export default defineConfig(({ mode, command }) => ({
  plugins: [react(), slimReact(), slimUplot(), slimValibot(), compileEarly(FIRST_LOAD)],
  // Says whether the app brings its own simulated data; a build that does not has nothing of it.
  define: { 'import.meta.env.VITE_DEMO': JSON.stringify(String(mode === 'demo')) },
  // The embedded Prometheus in the browser.
  worker: { format: 'es' },
  resolve: {
    alias: [
      // wouter brings a shim for Reacts that lack this hook; ours has it.
      { find: 'use-sync-external-store/shim/index.js', replacement: 'react' },
      // In tests its CommonJS half would be taken, which brings a second CodeMirror.
      {
        find: /^@prometheus-io\/codemirror-promql$/,
        replacement: '@prometheus-io/codemirror-promql/dist/esm/index.js',
      },
      // react-query loads these though nothing here uses them.
      {
        find: /^\.\/(mutationCache|infiniteQueryBehavior)\.js$/,
        replacement: resolve('src/data/asking/unusedQueryParts.ts'),
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
        chunkFileNames: ({ name }) => `assets/${name === FIRST_LOAD ? `${name}-` : ''}[hash:7].js`,
        // Fewer bits in each name: rolldown wants seven characters.
        hashCharacters: 'hex',
        assetFileNames: 'assets/[hash:7][extname]',
        // Left alone, what pages share is cut into dozens of small files: 12 KB more to load, in more requests.
        codeSplitting: {
          groups: [
            { name: firstLoad, debugName: FIRST_LOAD, includeDependenciesRecursively: false, priority: 2 },
            { name: secondLoad, debugName: SECOND_LOAD, includeDependenciesRecursively: false, priority: 1 },
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
    // Nets for what hangs, not measures of speed: a busy machine is no failure. src/testing/setup.ts has that of components.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: WAIT } },
    setupFiles: ['src/testing/setup.ts'],
    restoreMocks: true,
    server: { deps: { inline: [/codemirror-promql/] } },
  },
}));
