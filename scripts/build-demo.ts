import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as v from 'valibot';
import { build as viteBuild } from 'vite';
import { createFleet } from '../mocks/fleet/fleet.ts';
import { createPackStore, type PackLibrary } from '../server/packs/packs.ts';
import { readVersion } from '../server/projectRoot.ts';
import { serverPages } from '../src/app/serverPages.ts';
import type { configSchema } from '../src/model/config.ts';
import { writeStaticPacks } from './build-packs.ts';
import { root } from './command.ts';
import { writeServiceWorker } from './service-worker.ts';
import { one, type Step } from './steps.ts';

export const demoFolder = join(root, 'dist', 'demo');
const packFolder = join(root, 'packs');

/** The addresses below `/` that the app has a page for, without those slashes; `jobs` are those that are scraped. */
export function demoRoutes(
  { index, dashboard }: Pick<PackLibrary, 'index' | 'dashboard'>,
  jobs: readonly string[],
): string[] {
  const boards = index.packs.flatMap((pack) => pack.dashboards.map(({ id }) => ({ pack: pack.id, id })));
  return [
    ...serverPages.map(({ path }) => path.slice(1)),
    'auto',
    ...jobs.map((job) => `auto/${job}`),
    'kiosk',
    'kiosk/all',
    ...index.packs.map(({ id }) => `kiosk/${id}`),
    ...boards.flatMap(({ pack, id }) => [`d/${pack}/${id}`, `embed/${pack}/${id}`]),
    ...boards.flatMap(({ pack, id }) => {
      const panels = dashboard(pack, id)?.rows.flatMap((row) => row.panels) ?? [];
      return panels.map((panel) => `embed/${pack}/${id}/${panel.id}`);
    }),
  ];
}

/** A plain web server answers an address with the page only where there is a file. */
async function writeRoutes(): Promise<void> {
  const page = join(demoFolder, 'index.html');
  await copyFile(page, join(demoFolder, '404.html'));
  const jobs = new Set(createFleet().map(({ job }) => job));
  for (const route of demoRoutes(await createPackStore([packFolder]).load(), [...jobs])) {
    await mkdir(join(demoFolder, route), { recursive: true });
    await copyFile(page, join(demoFolder, route, 'index.html'));
  }
}

/** Builds the app with its simulated data into dist/demo, for any web server and with no backend. */
export async function buildDemo(): Promise<void> {
  writeServiceWorker();
  await viteBuild({
    root,
    mode: 'demo',
    logLevel: 'warn',
    // Nothing here counts against the budget: the quick minifier will do.
    build: { outDir: demoFolder, manifest: false, minify: 'oxc' },
  });
  await writeStaticPacks(packFolder, join(demoFolder, 'packs'));
  const config: v.InferInput<typeof configSchema> = {
    demo: true,
    dataSources: [{ id: 'demo', name: 'Simulated data', kind: 'prometheus' }],
    alertmanagers: [{ id: 'demo', name: 'Simulated Alertmanager', dataSource: 'demo' }],
    // Nothing real can be silenced here: everyone may try it.
    role: 'operator',
    version: readVersion(root),
  };
  await writeFile(join(demoFolder, 'config.json'), JSON.stringify(config));
  await writeRoutes();
}

export const demo: Step = {
  name: 'build:demo',
  run: async () => {
    await buildDemo();
    console.log('dist/demo is built: put it at the root of any web server');
    return one(true, 'build:demo');
  },
};
