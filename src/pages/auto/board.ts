import * as v from 'valibot';
import { autoTexts } from '../../i18n/apart/auto.ts';
import { type Dashboard, dashboardSchema, type Panel, panelSchema, type Row } from '../../model/dashboard.ts';
import type { LocalizedText } from '../../model/language.ts';
import { type Scope, selector } from './expressions.ts';
import type { Family } from './families.ts';
import { type PanelFile, panelsOf } from './panels.ts';
import type { AutoRow } from './rows.ts';

/** A dashboard as its file has it. */
export type DashboardFile = v.InferInput<typeof dashboardSchema>;

export interface BoardOptions {
  readonly scope: Scope;
  readonly rows: readonly AutoRow[];
  readonly isOpen: (row: AutoRow) => boolean;
  /** The label by which a family is told apart; null where none is known. */
  readonly splitOf: (family: Family) => string | null;
}

const { en, 'pt-BR': ptBR } = autoTexts;
const inBoth = (write: (texts: typeof en) => string): LocalizedText => ({ en: write(en), 'pt-BR': write(ptBR) });

/** The board of a job, as a file of a pack has it. */
export function boardFile({ scope, rows, isOpen, splitOf }: BoardOptions): DashboardFile {
  return {
    ...headFile(scope),
    rows: rows.map((row) => ({
      title: titleOf(row),
      ...(!isOpen(row) && { collapsed: true }),
      panels: laidOut(row.families.flatMap((family) => filesOf(family, scope, splitOf(family)))),
    })),
  };
}

/**
 * The same as the board takes it. What has not changed since the last time is the same object: decoding a thousand panels
 * takes 50 ms. Throws valibot's error, which would be a mistake of ours.
 */
export function boardOf({ scope, rows, isOpen, splitOf }: BoardOptions): Dashboard {
  const about = JSON.stringify(scope);
  const panelsOfFamily = (family: Family) => {
    const by = splitOf(family);
    return decodedPanels(family, `${by} ${about}`, () =>
      filesOf(family, scope, by).map((file) => v.parse(panelSchema, file)),
    );
  };
  return {
    ...v.parse(dashboardSchema, { ...headFile(scope), rows: [] }),
    rows: rows.map((row) => {
      const collapsed = !isOpen(row);
      return decodedRow(row, JSON.stringify([collapsed, row.families.map(splitOf), scope]), () => ({
        title: titleOf(row),
        collapsed,
        panels: laidOut(row.families.flatMap(panelsOfFamily)),
      }));
    }),
  };
}

const decodedPanels = lastMade<Family, readonly Panel[]>();
const decodedRow = lastMade<AutoRow, Row>();

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

function headFile(scope: Scope): Omit<DashboardFile, 'rows'> {
  const query = `label_values(${selector('up', { ...scope, byInstance: false })}, instance)`;
  const label = inBoth(({ instance }) => instance);
  return {
    title: scope.job,
    section: 'application',
    ...(scope.byInstance && { variables: [{ name: 'instance', label, query, multi: true, all: true }] }),
  };
}

/** A family's panels, without their places on the board. */
function filesOf(family: Family, scope: Scope, by: string | null): readonly PanelFile[] {
  return scrapePanel(family, scope) ?? panelsOf(family, scope, by);
}

function titleOf({ title }: AutoRow): LocalizedText {
  switch (title.kind) {
    case 'prefix':
      return inBoth(() => title.prefix);
    case 'part':
      return inBoth(({ rows }) => rows.part(title.prefix, title.from, title.to));
    default:
      return inBoth(({ rows }) => rows[title.kind]);
  }
}

/** What Prometheus notes of each scrape, as a figure; null for any other family. */
function scrapePanel({ name, id, help }: Family, scope: Scope): readonly PanelFile[] | null {
  const series = selector(name, scope);
  const look = (write: (scrapes: (typeof en)['scrapes']) => string) => ({
    id,
    kind: 'stat' as const,
    title: inBoth(({ scrapes }) => write(scrapes)),
    ...(help !== '' && { description: help }),
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

/** What of a panel tells its place. */
type Placed = Pick<PanelFile, 'kind' | 'id'>;

/** Panels of one height stand together, and fill their lines: figures, lines, distributions beside their rates, tables. */
const lines: readonly { readonly has: (panel: Placed) => boolean; readonly across: number }[] = [
  { has: ({ kind }) => kind === 'stat', across: 4 },
  { has: (panel) => panel.kind === 'timeseries' && !isOfDistribution(panel), across: 3 },
  { has: isOfDistribution, across: 2 },
  { has: ({ kind }) => kind === 'table', across: 1 },
];

function isOfDistribution({ kind, id }: Placed): boolean {
  return kind === 'heatmap' || id.endsWith('-rate');
}

function laidOut<P extends Placed>(panels: readonly P[]): (P & { span: number })[] {
  return lines.flatMap(({ has, across }) => {
    const some = panels.filter(has);
    const count = Math.ceil(some.length / across);
    return some.map((panel, i) => ({
      ...panel,
      span: 12 / lengthOfLine(some.length, count, i),
      ...heights[panel.kind],
    }));
  });
}

const heights: Partial<Record<PanelFile['kind'], { readonly height: number }>> = {
  timeseries: { height: 240 },
  heatmap: { height: 240 },
};

/** How many stand in the line of the `i`th, where so many stand in so many lines as evenly as can be. */
function lengthOfLine(all: number, count: number, i: number): number {
  const [short, longer] = [Math.floor(all / count), all % count];
  return i < longer * (short + 1) ? short + 1 : short;
}
