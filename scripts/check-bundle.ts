import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { appFolder } from './build.ts';
import { root } from './command.ts';
import { brotli } from './compress.ts';
import { one, type Step, sum } from './steps.ts';

/** The most a board of time series and stats may load, as brotli-compressed bytes of JavaScript and CSS. */
const BUDGET = 150_000;

/** The sources whose chunks such a board needs, in English; what they import statically is added. */
const sources = ['index.html', 'src/i18n/en/index.ts'];
/** Sources that such a board needs too, which are in the chunks above unless they are split off. */
const maybeSplitOff = ['src/panels/timeseries/index.ts', 'src/panels/stat/index.ts'];

const manifestSchema = v.record(
  v.string(),
  v.object({
    file: v.string(),
    imports: v.optional(v.array(v.string()), []),
    css: v.optional(v.array(v.string()), []),
  }),
);
export type Manifest = v.InferOutput<typeof manifestSchema>;

/**
 * The files that some sources load, with all they import statically.
 * @throws when a source has no chunk of its own, since what it needs would go uncounted then.
 */
export function loadedFiles(manifest: Manifest, keys: readonly string[]): string[] {
  const files = new Set<string>();
  const seen = new Set<string>();
  const visit = (key: string) => {
    if (seen.has(key)) return;
    seen.add(key);
    const chunk = manifest[key];
    if (chunk === undefined) throw new Error(`the build has no chunk for ${key}`);
    for (const file of [chunk.file, ...chunk.css]) files.add(file);
    for (const imported of chunk.imports) visit(imported);
  };
  for (const key of keys) visit(key);
  return [...files];
}

/** Sources of the simulation, and of what nothing else needs. The grammar is Explore's as well. */
const simulation = /(^|\/)(mocks|node_modules\/(re2js|msw))\//;

/** Bytes below which a script is glue of the bundler's, which has no source map, or the one that sets the theme. */
const LARGEST_GLUE = 1500;

const sourceMapSchema = v.object({ sources: v.array(v.nullable(v.string())) });

/** Which scripts of a built folder have anything of the simulation in them, by their source maps, as sentences. */
export function simulationIn(folder: string): string[] {
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  return scripts.flatMap((file) => {
    const map = join(folder, `${file}.map`);
    if (!existsSync(map)) {
      const isGlue = statSync(join(folder, file)).size < LARGEST_GLUE;
      return isGlue ? [] : [`${file} has no source map that could say what is in it`];
    }
    const { sources } = v.parse(sourceMapSchema, JSON.parse(readFileSync(map, 'utf8')));
    const found = sources.find((source) => simulation.test(source ?? ''));
    return found === undefined ? [] : [`${file} has ${found} in it, which is for simulated data only`];
  });
}

function printTable(sizes: readonly { file: string; bytes: number }[], total: number): void {
  const line = (bytes: number, what: string) => console.log(`${bytes.toLocaleString('en').padStart(9)}  ${what}`);
  for (const { file, bytes } of sizes) line(bytes, file);
  line(total, `in all, of at most ${BUDGET.toLocaleString('en')} bytes (brotli)`);
}

export const checkBundle: Step = {
  name: 'bundle budget',
  run: async () => {
    const manifestFile = join(appFolder, '.vite', 'manifest.json');
    if (!existsSync(manifestFile)) throw new Error('there is no build to measure');
    const moved = maybeSplitOff.find((source) => !existsSync(join(root, source)));
    if (moved !== undefined) throw new Error(`${moved} has moved: the budget must know where to`);
    const manifest = v.parse(manifestSchema, JSON.parse(readFileSync(manifestFile, 'utf8')));
    const keys = [...sources, ...maybeSplitOff.filter((key) => key in manifest)];
    // The script that sets the theme is not in the manifest: it is served as it stands in public/.
    const files = [...loadedFiles(manifest, keys), 'theme.js'].filter((file) => /\.(js|css)$/.test(file));
    const measured = files.map(async (file) => {
      const compressed = await brotli(readFileSync(join(appFolder, file)));
      return { file, bytes: compressed.length };
    });
    const sizes = (await Promise.all(measured)).sort((a, b) => b.bytes - a.bytes);
    const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
    printTable(sizes, total);
    const simulated = simulationIn(appFolder);
    for (const sentence of simulated) console.error(sentence);
    return sum([
      one(total <= BUDGET, 'size of the first load'),
      one(simulated.length === 0, 'no simulation in the app'),
    ]);
  },
};
