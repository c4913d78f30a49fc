import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { root } from '../../scripts/command.ts';
import { compressFiles } from '../../scripts/compress.ts';
import { buildWhenStale } from '../../scripts/stale.ts';

const pages = join(root, 'bench', 'pages');

/** Files of scripts that are put into measured pages. */
export interface PageScripts {
  /** Tells when a page is drawn. */
  readonly probe: string;
  /** Answers range queries within the page. */
  readonly fake: string;
}

/** What the gateway is started from, and what browsers get before anything else. */
export interface Site {
  readonly serverFile: string;
  readonly scripts: PageScripts;
}

/** The pages that Mirante is compared with, built as Mirante is. */
async function buildPages(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: pages,
    base: '/bench/',
    logLevel: 'warn',
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: { input: ['bare', 'library', 'uplot'].map((name) => join(pages, name, 'index.html')) },
    },
  });
}

/** Builds one script that stands alone. */
async function buildScript(name: string, outDir: string): Promise<string> {
  await build({
    configFile: false,
    root: pages,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      rolldownOptions: { input: join(pages, `${name}.ts`), output: { format: 'iife', entryFileNames: `${name}.js` } },
    },
  });
  return join(outDir, `${name}.js`);
}

/**
 * Puts a copy of the built Mirante into a folder, with the pages it is compared with beside it under `/bench/`: one
 * server, so the same compression, caching and way to the data for all.
 */
export async function buildSite(folder: string): Promise<Site> {
  await buildWhenStale();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of ['package.json', 'dist']) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'packs'), join(folder, 'packs'));
  const outDir = join(folder, 'dist', 'app', 'bench');
  await buildPages(outDir);
  await compressFiles(outDir);
  const scripts = { probe: await buildScript('probe', folder), fake: await buildScript('fake', folder) };
  return { serverFile: join(folder, 'dist', 'server', 'main.js'), scripts };
}
