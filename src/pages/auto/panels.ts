import { autoTexts } from '../../i18n/apart/auto.ts';
import type { Panel } from '../../model/dashboard.ts';
import type { LocalizedText } from '../../model/language.ts';
import { aggregated, rateOf, type Scope, selector } from './expressions.ts';
import type { Family } from './families.ts';
import { gatheredBy, rateUnitOf, unitOf } from './unit.ts';

/** A panel without what is as by default; how wide it is, its row decides. */
export type PanelDraft = Pick<Panel, 'id' | 'kind' | 'title' | 'queries'> &
  Partial<Pick<Panel, 'description' | 'unit' | 'decimals' | 'thresholds' | 'options'>>;

type Draw = (family: Family, scope: Scope, by: string | null) => readonly PanelDraft[];

const { en, 'pt-BR': ptBR } = autoTexts;
type Titles = typeof en.titles;
const inBoth = (write: (titles: Titles) => string): LocalizedText => ({
  en: write(en.titles),
  'pt-BR': write(ptBR.titles),
});

const look = ({ id, name, help }: Family) => ({
  id,
  title: same(name),
  ...(help !== '' && { description: same(help) }),
});
/** The same in every language. */
export function same(text: string): LocalizedText {
  return { en: text, 'pt-BR': text };
}

const endingIn = ({ metrics }: Family, suffix: RegExp) => metrics.find((metric) => suffix.test(metric));

/** A single kind of metric as one or two panels, which together read each of its metrics once. */
export const panelsOf: Draw = (family, scope, by) => draws[family.kind](family, scope, by);

const counter: Draw = (family, scope, by) => [
  {
    ...look(family),
    kind: 'timeseries',
    unit: rateUnitOf(family),
    queries: [{ expr: aggregated('sum', by, rateOf(family.metrics[0] ?? '', scope)) }],
  },
];

const gauge: Draw = (family, scope, by) => {
  const unit = unitOf(family);
  const expr = aggregated(gatheredBy(unit), by, selector(family.metrics[0] ?? '', scope));
  return [{ ...look(family), kind: 'timeseries', unit, queries: [{ expr }] }];
};

/** How long ago; of what will end, how long it still is. Zero is what never was. */
const moment: Draw = (family, scope, by) => {
  const series = selector(family.metrics[0] ?? '', scope);
  const isAhead = /expir|not_after/.test(family.name);
  const expr = isAhead
    ? `${aggregated('min', by, `${series} > 0`)} - time()`
    : `time() - ${aggregated('max', by, `${series} > 0`)}`;
  const title = inBoth((titles) => (isAhead ? titles.left(family.name) : titles.since(family.name)));
  return [
    { ...look(family), title, kind: 'stat', unit: 'dtdurations', queries: [{ expr }], options: { sparkline: false } },
  ];
};

/** The labels are what it says; its value is always 1. */
const info: Draw = (family, scope) => [
  {
    ...look(family),
    kind: 'table',
    queries: [{ expr: selector(family.metrics[0] ?? '', scope), instant: true, id: 'value' }],
    options: {
      columns: [
        { name: 'instance' },
        { name: 'job', hidden: true },
        { name: '__name__', hidden: true },
        { name: 'value', hidden: true },
      ],
    },
  },
];

/** How often, and what it was on average: of anything with a sum and a count. */
function rateAndMean(family: Family, scope: Scope, by: string | null): readonly PanelDraft[] {
  const [count, sum] = [endingIn(family, /_g?count$/), endingIn(family, /_g?sum$/)];
  if (count === undefined && sum === undefined) return [];
  const isCounted = family.kind !== 'gauge-histogram';
  const read = (metric: string) => (isCounted ? rateOf(metric, scope) : selector(metric, scope));
  const mean =
    count === undefined || sum === undefined
      ? null
      : `${aggregated('sum', null, read(sum))} / ${aggregated('sum', null, read(count))}`;
  const often = count ?? sum ?? '';
  const unit = count === undefined ? rateUnitOf(family) : isCounted ? countUnitOf(family) : 'short';
  const title = inBoth((titles) => (mean === null ? often : titles.rateAndMean(family.name)));
  return [
    {
      ...look(family),
      id: `${family.id}-rate`,
      title,
      kind: 'timeseries',
      unit,
      queries: [
        {
          expr: aggregated('sum', by, read(often)),
          ...(mean !== null && { legend: by === null ? inBoth(({ count }) => count) : same(`{{${by}}}`) }),
        },
        ...(mean === null ? [] : [{ expr: mean, id: 'mean', legend: inBoth((titles) => titles.mean) }]),
      ],
      ...(mean !== null && {
        options: { overrides: [{ match: 'mean', axis: 'right', unit: unitOf(family), dashed: true }] },
      }),
    },
  ];
}

/** What is observed is named in front of what of it was measured: `http_request_duration_seconds`. */
const countUnitOf = ({ name }: Family) => rateUnitOf({ name: /request/.test(name) ? 'requests' : '', unit: '' });

const histogram: Draw = (family, scope, by) => {
  const buckets = endingIn(family, /_bucket$/);
  const isCounted = family.kind === 'histogram';
  const heatmap = (metric: string): PanelDraft => ({
    ...look(family),
    kind: 'heatmap',
    unit: unitOf(family),
    queries: [{ expr: aggregated('sum', 'le', isCounted ? rateOf(metric, scope) : selector(metric, scope)) }],
    options: { cellUnit: isCounted ? countUnitOf(family) : 'short' },
  });
  return [...(buckets === undefined ? [] : [heatmap(buckets)]), ...rateAndMean(family, scope, by)];
};

const native: Draw = (family, scope) => {
  const all = aggregated('sum', null, rateOf(family.metrics[0] ?? '', scope));
  return [
    {
      ...look(family),
      kind: 'timeseries',
      unit: unitOf(family),
      queries: [
        ...[0.5, 0.95, 0.99].map((share) => ({
          expr: `histogram_quantile(${share}, ${all})`,
          legend: same(`p${share * 100}`),
        })),
        { expr: `histogram_count(${all})`, id: 'count', legend: inBoth(({ count }) => count) },
      ],
      options: { overrides: [{ match: 'count', axis: 'right', unit: countUnitOf(family), dashed: true }] },
    },
  ];
};

/** Quantiles cannot be put together: of several series the worst is shown. */
const summary: Draw = (family, scope, by) => {
  const quantiles = family.metrics.find((metric) => metric === family.name);
  const panel = (metric: string): PanelDraft => ({
    ...look(family),
    kind: 'timeseries',
    unit: unitOf(family),
    queries: [{ expr: aggregated('max', 'quantile', selector(metric, scope)), legend: same('p{{quantile}}') }],
  });
  return [...(quantiles === undefined ? [] : [panel(quantiles)]), ...rateAndMean(family, scope, by)];
};

const draws: Readonly<Record<Family['kind'], Draw>> = {
  counter,
  gauge,
  moment,
  info,
  histogram,
  'gauge-histogram': histogram,
  'native-histogram': native,
  summary,
};
