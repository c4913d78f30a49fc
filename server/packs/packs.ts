import type { PackIndex, PackProblem } from '../../src/model/pack.ts';
import { type DashboardFile, type PackFolder, packFingerprint, packParents, readPackFolder } from './packFiles.ts';

/** All packs as they are on the disk. */
export interface PackLibrary {
  readonly index: PackIndex;
  /** Null when there is no such dashboard, or it is broken (see `problemsOf`). */
  dashboard(pack: string, dashboard: string): DashboardFile | null;
  problemsOf(pack: string, dashboard: string): readonly PackProblem[];
}

export interface PackStore {
  /** Reads what has changed on the disk since the last call. */
  load(): Promise<PackLibrary>;
}

/**
 * Packs from some folders; in a later folder a pack of the same id replaces the earlier one. A pack is read again when
 * its files change, so that an operator sees an edit at the next look.
 */
export function createPackStore(folders: readonly string[]): PackStore {
  const cache = new Map<string, { fingerprint: string; content: PackFolder }>();

  async function readCached(parent: string, name: string): Promise<PackFolder> {
    const key = `${parent}\n${name}`;
    const fingerprint = await packFingerprint(parent, name);
    const cached = cache.get(key);
    if (cached?.fingerprint === fingerprint) return cached.content;
    const content = await readPackFolder(parent, name);
    cache.set(key, { fingerprint, content });
    return content;
  }

  return {
    async load() {
      const packs = new Map<string, PackFolder>();
      for (const [name, parent] of await packParents(folders)) packs.set(name, await readCached(parent, name));

      const contents = [...packs.values()];
      const problems = contents.flatMap((content) => content.problems);
      return {
        index: { packs: contents.flatMap(({ summary }) => summary ?? []), problems },
        dashboard: (pack, dashboard) => packs.get(pack)?.dashboards.get(dashboard) ?? null,
        problemsOf: (pack, dashboard) => problems.filter(({ file }) => file === `${pack}/${dashboard}.yaml`),
      };
    },
  };
}
