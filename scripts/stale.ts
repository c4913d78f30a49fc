import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { appFolder, buildAll, serverFile } from './build.ts';
import { buildDemo, demoFolder } from './build-demo.ts';
import { root } from './command.ts';

/** What the build is made from. */
const sources = [
  'src',
  'scripts',
  'server',
  'mocks',
  'packs',
  'public',
  'index.html',
  'vite.config.ts',
  'package-lock.json',
];

/** The newest change of a file, or of anything in a folder (a folder's own time tells of removals), epoch ms. */
function lastChange(path: string): number {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return 0;
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => lastChange(join(path, name))));
}

/** Whether all of these files are there, and none is older than the sources. */
function areNewer(built: readonly string[]): boolean {
  if (!built.every((file) => existsSync(file))) return false;
  const changed = Math.max(...sources.map((source) => lastChange(join(root, source))));
  return built.every((file) => lastChange(file) >= changed);
}

/** Builds when there is no build, or the sources have changed since. */
export async function buildWhenStale(): Promise<void> {
  if (areNewer([join(appFolder, 'index.html'), serverFile])) return;
  console.log('Building Mirante');
  await buildAll();
}

/** The same for the demo. */
export async function buildDemoWhenStale(): Promise<void> {
  if (areNewer([join(demoFolder, 'index.html')])) return;
  console.log('Building the demo');
  await buildDemo();
}
