import { autoTexts } from '../../i18n/apart/auto.ts';
import type { Dashboard, Panel, Row, Variable } from '../../model/dashboard.ts';
import type { LocalizedText } from '../../model/language.ts';
import { type Scope, selector } from './expressions.ts';
import type { Family } from './families.ts';
import { type PanelDraft, panelsOf, same } from './panels.ts';
import type { AutoRow } from './rows.ts';

export interface BoardOptions {
  readonly scope: Scope;
  readonly rows: readonly AutoRow[];
  readonly isOpen: (row: AutoRow) => boolean;
  /** The label by which a family is told apart; null where none is known. */
  readonly splitOf: (family: Family) => string | null;
}

const { en, 'pt-BR': ptBR } = autoTexts;
const inBoth = (write: (texts: typeof en) => string): LocalizedText => ({ en: write(en), 'pt-BR': write(ptBR) });

/** The board of a job. A row that has not changed since the last time is the same object, so that its panels rest. */
export function boardOf({ scope, rows, isOpen, splitOf }: BoardOptions): Dashboard {
  return {
    title: same(scope.job),
    section: 'application',
    range: 'now-1h',
    refresh: '30s',
    variables: scope.byInstance ? [instanceOf(scope)] : [],
    rows: rows.map((row) => {
      const collapsed = !isOpen(row);
      return madeRow(row, JSON.stringify([collapsed, row.families.map(splitOf), scope]), () => ({
        title: titleOf(row),
        collapsed,
        panels: laidOut(
          row.families.flatMap((family) => scrapePanel(family, scope) ?? panelsOf(family, scope, splitOf(family))),
        ),
      }));
    }),
  };
}

const madeRow = lastMade<AutoRow, Row>();

/** Remembers what was last made of an object, for as long as what else it was made of (`from`) stays the same. */
function lastMade<K extends object, V>(): (of: K, from: string, make: () => V) => V {
  const made = new WeakMap<K, { readonly from: string; readonly value: V }>();
  return (of, from, make) => {
    const last = made.get(of);
    if (last?.from === from) return last.value;
    const value = make();
    made.set(of, { from, value });
    return value;
  };
}

const instanceOf = ({ job }: Scope): Variable => ({
  type: 'query',
  name: 'instance',
  label: inBoth(({ instance }) => instance),
  query: `label_values(${selector('up', { job, byInstance: false })}, instance)`,
  multi: true,
  all: true,
});

function titleOf({ title }: AutoRow): LocalizedText {
  switch (title.kind) {
    case 'prefix':
      return same(title.prefix);
    case 'part':
      return inBoth(({ rows }) => rows.part(title.prefix, title.from, title.to));
    default:
      return inBoth(({ rows }) => rows[title.kind]);
  }
}

/** What Prometheus notes of each scrape, as a figure; null for any other family. */
function scrapePanel({ name, id, help }: Family, scope: Scope): readonly PanelDraft[] | null {
  const series = selector(name, scope);
  const look = (write: (scrapes: (typeof en)['scrapes']) => string) => ({
    id,
    kind: 'stat' as const,
    title: inBoth(({ scrapes }) => write(scrapes)),
    ...(help !== '' && { description: same(help) }),
  });
  switch (name) {
    case 'up':
      return [
        {
          ...look(({ up }) => up),
          queries: [{ expr: `sum(${series})` }, { expr: `count(${series})`, id: 'all' }],
          decimals: 0,
          thresholds: [
            { value: null, tone: 'critical' },
            { value: 1, tone: 'neutral' },
          ],
          options: { of: 'all' },
        },
      ];
    case 'scrape_duration_seconds':
      return [{ ...look(({ duration }) => duration), unit: 's', queries: [{ expr: `max(${series})` }] }];
    case 'scrape_samples_scraped':
      return [{ ...look(({ samples }) => samples), queries: [{ expr: `sum(${series})` }] }];
    case 'scrape_samples_post_metric_relabeling':
      return [{ ...look(({ series: kept }) => kept), queries: [{ expr: `sum(${series})` }] }];
    default:
      return null;
  }
}

/** Panels of one height stand together, and fill their lines: figures, lines, distributions beside their rates, tables. */
const lines: readonly { readonly has: (panel: PanelDraft) => boolean; readonly across: number }[] = [
  { has: ({ kind }) => kind === 'stat', across: 4 },
  { has: (panel) => panel.kind === 'timeseries' && !isOfDistribution(panel), across: 3 },
  { has: isOfDistribution, across: 2 },
  { has: ({ kind }) => kind === 'table', across: 1 },
];

function isOfDistribution({ kind, id }: PanelDraft): boolean {
  return kind === 'heatmap' || id.endsWith('-rate');
}

function laidOut(panels: readonly PanelDraft[]): Panel[] {
  return lines.flatMap(({ has, across }) => {
    const some = panels.filter(has);
    const count = Math.ceil(some.length / across);
    return some.map((panel, i) => ({
      ...defaults,
      ...panel,
      span: 12 / lengthOfLine(some.length, count, i),
      ...heights[panel.kind],
    }));
  });
}

/** What a file leaves out, as the schema fills it in: decoding a thousand panels would take 50 ms. */
const defaults = { unit: 'short', alerts: [], options: {}, thresholds: [], mappings: [] };

const heights: Partial<Record<Panel['kind'], { readonly height: number }>> = {
  timeseries: { height: 240 },
  heatmap: { height: 240 },
};

/** How many stand in the line of the `i`th, where so many stand in so many lines as evenly as can be. */
function lengthOfLine(all: number, count: number, i: number): number {
  const [short, longer] = [Math.floor(all / count), all % count];
  return i < longer * (short + 1) ? short + 1 : short;
}
