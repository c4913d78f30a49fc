import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RuleFile } from '../../mocks/prometheus/types.ts';
import { packParents } from './packFiles.ts';

/** The packs' files of alerting and recording rules: `<pack>/rules/<name>.yml`. */
export async function readRuleFiles(packFolders: readonly string[]): Promise<RuleFile[]> {
  const files: RuleFile[] = [];
  for (const [pack, parent] of await packParents(packFolders)) {
    const folder = join(parent, pack, 'rules');
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.yml')).sort();
    for (const name of names) {
      files.push({ path: `${pack}/rules/${name}`, content: await readFile(join(folder, name), 'utf8') });
    }
  }
  return files;
}
