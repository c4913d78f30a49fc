import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import { type Dashboard, dashboardSchema, type Panel } from '../../src/model/dashboard.ts';
import { OptionsError } from '../../src/model/options.ts';
import { type Pack, type PackProblem, type PackSummary, packSchema, withPackVariables } from '../../src/model/pack.ts';
import { fieldEntries } from '../../src/model/schema.ts';
import { optionDecoders } from '../../src/panels/optionDecoders.ts';
import { decodeYaml, parseYaml, plainMessage, type YamlFile, type YamlProblem } from '../yamlFile.ts';

/** A dashboard as the app is sent it: input that `dashboardSchema` decodes, its pack's variables included. */
export type DashboardFile = v.InferInput<typeof dashboardSchema>;

/** What a pack's folder holds. Broken dashboards are left out, and told of in `problems`. */
export interface PackFolder {
  /** Null when `pack.yaml` itself is broken. */
  readonly summary: PackSummary | null;
  readonly dashboards: ReadonlyMap<string, DashboardFile>;
  readonly problems: readonly PackProblem[];
}

const fieldSchema = v.object(fieldEntries);
const fieldNames = Object.keys(fieldEntries);

/** Checks a panel's options as its kind does when it draws: the field options of the panel, then its own. */
function optionsProblem(panel: Panel, path: readonly (string | number)[], file: YamlFile): YamlProblem | null {
  try {
    optionDecoders[panel.kind]({ ...v.parse(fieldSchema, panel), ...panel.options });
    return null;
  } catch (error) {
    if (!(error instanceof OptionsError)) throw error;
    const keys = error.path === '' ? [] : error.path.split('.');
    const isField = fieldNames.includes(keys[0] ?? '') && !file.has([...path, 'options', keys[0] ?? '']);
    const place = isField ? [...path, ...keys] : [...path, 'options', ...keys];
    const prefix = error.path === '' ? '' : `${error.path}: `;
    const message = error.message.startsWith(prefix) ? error.message.slice(prefix.length) : error.message;
    return { line: file.lineOf(place), path: place.join('.'), message: plainMessage(message) };
  }
}

function decodeDashboard(file: YamlFile): { dashboard: Dashboard | null; problems: readonly YamlProblem[] } {
  const { output, problems } = decodeYaml(file, dashboardSchema);
  if (output === null) return { dashboard: null, problems };
  const wrong = output.rows.flatMap((row, r) =>
    row.panels.flatMap((panel, p) => optionsProblem(panel, ['rows', r, 'panels', p], file) ?? []),
  );
  return wrong.length > 0 ? { dashboard: null, problems: wrong } : { dashboard: output, problems: [] };
}

async function readText(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null);
}

interface DashboardOutcome {
  readonly id: string;
  readonly dashboard: Dashboard | null;
  readonly problems: readonly PackProblem[];
}

async function readDashboard(folder: string, pack: Pack, id: string): Promise<DashboardOutcome> {
  const file = `${basename(folder)}/${id}.yaml`;
  const text = await readText(join(folder, `${id}.yaml`));
  if (text === null) {
    const message = 'pack.yaml lists this dashboard, but its file cannot be read';
    return { id, dashboard: null, problems: [{ file, line: null, path: '', message }] };
  }
  const { dashboard, problems } = decodeDashboard(parseYaml(text));
  return {
    id,
    dashboard: dashboard && withPackVariables(dashboard, pack),
    problems: problems.map((problem) => ({ file, ...problem })),
  };
}

/** The ids of the dashboards whose files are in a pack's folder, sorted. */
async function dashboardsIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml') && name !== 'pack.yaml');
  return names.map((name) => name.slice(0, -'.yaml'.length)).sort();
}

/**
 * Reads a pack's folder: `pack.yaml` and the dashboards it lists (all there are, when it lists none).
 * @param name the folder's name, which is the pack's id.
 */
export async function readPackFolder(parent: string, name: string): Promise<PackFolder> {
  const folder = join(parent, name);
  const file = `${name}/pack.yaml`;
  const none = { summary: null, dashboards: new Map<string, DashboardFile>() };
  const text = await readText(join(folder, 'pack.yaml'));
  if (text === null) {
    return { ...none, problems: [{ file, line: null, path: '', message: 'the file cannot be read' }] };
  }
  const yaml = parseYaml(text);
  const { output: pack, problems } = decodeYaml(yaml, packSchema);
  if (pack === null) return { ...none, problems: problems.map((problem) => ({ file, ...problem })) };
  if (pack.id !== undefined && pack.id !== name) {
    const message = "a pack's id is the name of its folder";
    return { ...none, problems: [{ file, line: yaml.lineOf(['id']), path: 'id', message }] };
  }

  const present = await dashboardsIn(folder);
  const listed = pack.dashboards ?? present;
  const outcomes = await Promise.all(listed.map((id) => readDashboard(folder, pack, id)));
  const good = outcomes.flatMap(({ id, dashboard }) => (dashboard === null ? [] : [{ id, dashboard }]));
  // A dashboard's file that pack.yaml forgot would be missed without a word.
  const forgotten = present.filter((id) => !listed.includes(id));
  const message = 'pack.yaml does not list this file under dashboards';
  const { variables: _variables, ...texts } = pack;
  return {
    summary: {
      ...texts,
      id: name,
      dashboards: good.map(({ id, dashboard: { title, section } }) => ({ id, title, section })),
    },
    dashboards: new Map(good.map(({ id, dashboard }) => [id, dashboard])),
    problems: [
      ...outcomes.flatMap((outcome) => outcome.problems),
      ...forgotten.map((id) => ({ file: `${name}/${id}.yaml`, line: null, path: '', message })),
    ],
  };
}

/** Whether it is a folder or a link to one. A link that leads nowhere is taken for a pack, so that it is told of as a broken one. */
const isPack = (path: string): Promise<boolean> =>
  stat(path).then(
    (status) => status.isDirectory(),
    () => true,
  );

/** Names of the packs' folders in a folder of packs, sorted. */
export async function packNames(parent: string): Promise<string[]> {
  const names = (await readdir(parent).catch(() => [])).filter((name) => !name.startsWith('.')).sort();
  const arePacks = await Promise.all(names.map((name) => isPack(join(parent, name))));
  return names.filter((_, i) => arePacks[i]);
}

/** The packs of some folders and the folder that each is in: in a later folder one of the same id replaces the earlier. */
export async function packParents(folders: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const parents = new Map<string, string>();
  for (const folder of folders) for (const name of await packNames(folder)) parents.set(name, folder);
  return parents;
}

/**
 * Changes whenever a file of the pack is written, added or removed, or a link leads elsewhere: names and times of its YAML
 * files, and which files they are. Of a link all that is its target's.
 */
export async function packFingerprint(parent: string, name: string): Promise<string> {
  const folder = join(parent, name);
  const names = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.yaml')).sort();
  const times = names.map(async (file) => {
    const status = await stat(join(folder, file)).catch(() => null);
    return `${file} ${status?.mtimeMs} ${status?.size} ${status?.ino}`;
  });
  return (await Promise.all(times)).join('\n');
}
