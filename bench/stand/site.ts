import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { root } from '../../scripts/command.ts';
import { compressFiles } from '../../scripts/compress.ts';
import { buildWhenStale } from '../../scripts/stale.ts';

const pages = join(root, 'bench', 'pages');

/** What the gateway is started from, and what browsers get before anything else. */
export interface Site {
  readonly serverFile: string;
  /** A script that tells when a page is drawn, for every page that is measured. */
  readonly probeFile: string;
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

async function buildProbe(outDir: string): Promise<string> {
  await build({
    configFile: false,
    root: pages,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      rolldownOptions: { input: join(pages, 'probe.ts'), output: { format: 'iife', entryFileNames: 'probe.js' } },
    },
  });
  return join(outDir, 'probe.js');
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
  return { serverFile: join(folder, 'dist', 'server', 'main.js'), probeFile: await buildProbe(folder) };
}
