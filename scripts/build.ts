import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build as viteBuild } from 'vite';
import { writeStaticPacks } from './build-packs.ts';
import { root } from './command.ts';
import { compressFiles } from './compress.ts';
import { one, type Step } from './steps.ts';

export const appFolder = join(root, 'dist', 'app');
export const serverFile = join(root, 'dist', 'server', 'main.js');

/** Builds the app into dist/app, with compressed copies and the packs, and the gateway into dist/server. */
export async function buildAll(): Promise<void> {
  await rm(join(root, 'dist'), { recursive: true, force: true });
  await viteBuild({ root, logLevel: 'warn' });
  await viteBuild({
    root,
    logLevel: 'warn',
    build: { ssr: 'server/main.ts', outDir: 'dist/server', manifest: false, copyPublicDir: false, target: 'node20' },
  });
  await writeStaticPacks(join(root, 'packs'), join(appFolder, 'packs'));
  await compressFiles(appFolder);
}

export const build: Step = {
  name: 'build',
  run: async () => {
    await buildAll();
    console.log('dist/app and dist/server are built');
    return one(true);
  },
};
