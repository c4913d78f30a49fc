import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createPackStore } from '../server/packs/packs.ts';

/**
 * Writes what the gateway answers under `/api/packs` as files, for a plain web server that hosts the app without a
 * gateway: `index.json` and `<pack>/<dashboard>.json`.
 * @param packs the folder of packs.
 * @param target the folder to write to; it is made.
 */
export async function writeStaticPacks(packs: string, target: string): Promise<void> {
  const { index, dashboard } = await createPackStore([packs]).load();
  await mkdir(target, { recursive: true });
  await writeFile(join(target, 'index.json'), JSON.stringify(index));
  for (const pack of index.packs) {
    await mkdir(join(target, pack.id), { recursive: true });
    for (const { id } of pack.dashboards) {
      await writeFile(join(target, pack.id, `${id}.json`), JSON.stringify(dashboard(pack.id, id)));
    }
  }
}
