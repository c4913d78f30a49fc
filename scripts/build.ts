import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build as viteBuild } from 'vite';
import { writeStaticPacks } from './build-packs.ts';
import { root } from './command.ts';
import { compressFiles } from './compress.ts';
import { serviceWorker } from './service-worker.ts';
import { one, type Step } from './steps.ts';

export const appFolder = join(root, 'dist', 'app');
export const serverFile = join(root, 'dist', 'server', 'main.js');

/** The gateway, and beside it the worker of its embedded Prometheus as a file of its own. */
async function buildServer(): Promise<void> {
  await viteBuild({
    root,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir: 'dist/server',
      manifest: false,
      copyPublicDir: false,
      target: 'node20',
      rolldownOptions: {
        input: ['server/main.ts', 'mocks/hosts/nodeWorker.ts'],
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', codeSplitting: true },
      },
    },
  });
}

/** Builds the app into dist/app, with compressed copies and the packs, and the gateway into dist/server. */
export async function buildAll(): Promise<void> {
  await viteBuild({ root, logLevel: 'warn' });
  // Lies in public/ where the demo was run once.
  await rm(join(appFolder, serviceWorker), { force: true });
  await buildServer();
  await writeStaticPacks(join(root, 'packs'), join(appFolder, 'packs'));
  await compressFiles(appFolder);
}

export const build: Step = {
  name: 'build',
  run: async () => {
    await buildAll();
    console.log('dist/app and dist/server are built');
    return one(true, 'build');
  },
};
