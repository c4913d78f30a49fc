import type { Edge } from './import-graph.ts';

/**
 * The parts of the source, by the start of a file's path; the first that fits counts. `*` stands for one folder, and
 * makes each such folder a part of its own: none may import its siblings.
 */
const parts = [
  ['src/model/', 'model'],
  ['src/prometheus/', 'clients'],
  ['src/alertmanager/', 'clients'],
  ['src/pushgateway/', 'clients'],
  ['src/grafana/', 'clients'],
  ['src/view/', 'view'],
  ['src/data/', 'data'],
  ['src/charts/', 'charts'],
  ['src/ui/', 'ui'],
  ['src/i18n/apart/', 'texts apart'],
  ['src/i18n/', 'i18n'],
  ['src/panels/contract.ts', 'panel contract'],
  ['src/panels/registry.ts', 'panel registry'],
  // A test of what all kinds share.
  ['src/panels/absence.tsx', 'panel registry'],
  ['src/panels/optionDecoders.ts', 'option decoders'],
  ['src/panels/*/', 'panel kind'],
  ['src/board/', 'board'],
  ['src/pages/frame/', 'page frame'],
  ['src/pages/*/', 'page'],
  ['src/app/', 'app'],
  ['src/testing/', 'testing'],
  ['mocks/', 'mocks'],
  ['server/', 'server'],
  ['scripts/', 'scripts'],
  ['bench/', 'bench'],
  ['e2e/', 'e2e'],
] as const;

type Part = (typeof parts)[number][1];

/** All texts: those that are loaded with the language, and those that what needs them brings along. */
const texts = ['i18n', 'texts apart'] as const;

/** What each part may import besides itself. `type X` allows types only; `dynamic X` allows `import()` only. */
const allowed: Readonly<Record<Part, readonly string[]>> = {
  model: [],
  i18n: ['model'],
  'texts apart': ['model', 'i18n'],
  clients: ['model', 'type i18n'],
  view: ['model', ...texts],
  data: ['model', 'clients', 'view', ...texts, 'type panel contract'],
  charts: ['model', 'ui', 'type i18n'],
  ui: ['model', 'type i18n'],
  'panel contract': ['type model', 'type i18n'],
  // A kind that is loaded on demand brings its texts.
  'panel kind': ['model', 'charts', 'ui', 'texts apart', 'type i18n', 'type panel contract'],
  'panel registry': ['model', 'type panel contract', 'panel kind'],
  'option decoders': ['model', 'panel kind'],
  // Charts: the sparkline of a key figure, which is no panel.
  board: ['model', 'clients', 'view', 'data', 'charts', 'ui', ...texts, 'panel registry', 'type panel contract'],
  // What the pages about a server share.
  'page frame': ['model', 'clients', 'view', 'data', 'ui', ...texts],
  page: ['model', 'clients', 'view', 'data', 'ui', ...texts, 'board', 'page frame'],
  app: ['model', 'clients', 'view', 'data', 'ui', ...texts, 'board', 'page', 'dynamic mocks'],
  mocks: ['model', 'clients'],
  server: ['model', 'clients', 'type mocks', 'dynamic mocks', 'option decoders'],
  testing: ['model', 'clients', 'view', 'data', 'ui', ...texts, 'mocks', 'type panel contract', 'type charts'],
  bench: ['model', 'clients', 'mocks', 'scripts'],
  // App: the demo has a file for each of its addresses.
  scripts: ['model', 'clients', 'i18n', 'server', 'mocks', 'bench', 'option decoders', 'app'],
  e2e: ['model', 'clients', 'mocks', 'scripts'],
};

/** What tests may import on top of what their part may. */
const allowedInTests = ['testing', ...texts, 'mocks', 'option decoders'];

/** The part of a file (a test's is that of what it tests), and the folder that `*` stood for (null without one). */
function partOf(path: string): { part: Part; folder: string | null } | null {
  for (const [prefix, part] of parts) {
    const pattern = `^${prefix.replaceAll('.', '\\.').replace('*', '([^/]+)')}`;
    const match = new RegExp(pattern).exec(path.replace(/\.test(\.tsx?)$/, '$1'));
    if (match) return { part, folder: match[1] ?? null };
  }
  return null;
}

const isTest = (path: string) => /\.test\.tsx?$/.test(path);

/** Says what is wrong with an import, or null. */
function objection({ from, to, how }: Edge): string | null {
  const [source, target] = [partOf(from), partOf(to)];
  if (source === null) return `${from} belongs to no part: add its folder to the table of import rules`;
  if (target === null) return `${from} imports ${to}, which belongs to no part`;
  if (isTest(to)) return `${from} imports the test ${to}`;
  if (source.part === target.part) {
    return source.folder === target.folder ? null : `${from} imports ${to}: one ${source.part} must not import another`;
  }
  const rules = isTest(from) ? [...allowed[source.part], ...allowedInTests] : allowed[source.part];
  const wanted = how === 'value' ? [target.part] : [target.part, `${how} ${target.part}`];
  if (wanted.some((rule) => rules.includes(rule))) return null;
  const partly = rules.find((rule) => rule.endsWith(` ${target.part}`));
  const hint = partly === undefined ? '' : ` (only "${partly}" is allowed)`;
  return `${from} imports ${to}: ${source.part} must not import ${target.part}${hint}`;
}

/** The demo must not slip into the app by several doors. */
function demoDoors(edges: readonly Edge[]): string[] {
  const doors = edges.filter(({ to, how }) => how === 'dynamic' && partOf(to)?.part === 'mocks');
  const files = doors.map(({ from }) => from).filter((from) => from.startsWith('src/') && !isTest(from));
  return files.length > 1 ? [`mocks/ is imported ${files.length} times, in ${files.join(', ')}: once is enough`] : [];
}

/** Everything that breaks the rules on who may import whom, as sentences. */
export function brokenRules(edges: readonly Edge[]): string[] {
  return [...edges.flatMap((edge) => objection(edge) ?? []), ...demoDoors(edges)];
}
