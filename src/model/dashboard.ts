import * as v from 'valibot';
import { durationText, fieldEntries, idSchema, linkSchema, localizedText, promqlText } from './schema.ts';
import { parseTime } from './timeRange.ts';

/** Dashboard sections, in the order in which a pack shows them. */
export const sections = ['system', 'application', 'business', 'infrastructure'] as const;

/** Every panel kind there is. The registry in `panels/` must name each of them. */
export const panelKinds = [
  'timeseries',
  'stat',
  'gauge',
  'bar',
  'pie',
  'table',
  'heatmap',
  'state-timeline',
  'text',
  'alerts',
  'targets',
  'grafana',
] as const;
export type PanelKindId = (typeof panelKinds)[number];

const query = v.strictObject({
  /** PromQL, with `$variables` and `$__rate_interval` and its kin still in it. */
  expr: promqlText,
  /** Series name: text with `{{label}}` places; without it the labels that differ are shown. */
  legend: v.optional(localizedText),
  /** Ask for one point (the end of the range) in place of a range. Defaults to what the panel kind prefers. */
  instant: v.optional(v.boolean()),
  /** Name by which options refer to this query. */
  id: v.optional(idSchema),
});

const grafanaLink = v.strictObject({
  uid: v.pipe(v.string(), v.nonEmpty()),
  panel: v.optional(v.pipe(v.number(), v.integer())),
  /** For a Grafana with several organisations. */
  orgId: v.optional(v.pipe(v.number(), v.integer())),
});

/** One panel; its `options` are as its kind takes them. */
export const panelSchema = v.strictObject({
  id: idSchema,
  kind: v.picklist(panelKinds),
  title: localizedText,
  description: v.optional(localizedText),
  /** Columns of 12. */
  span: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12)), 6),
  /** CSS pixels; without it what the kind prefers. */
  height: v.optional(v.pipe(v.number(), v.integer(), v.minValue(60), v.maxValue(2000))),
  queries: v.optional(v.array(query), []),
  /** Never ask for points closer than this. */
  minStep: v.optional(durationText),
  /** Draw the panel once for each chosen value of this variable. */
  repeat: v.optional(idSchema),
  grafana: v.optional(grafanaLink),
  /** Names of the alerts that judge this panel's queries: a firing one colors the panel's border and head. */
  alerts: v.optional(v.array(v.string()), []),
  /** Further places to look: a runbook, a page of the system itself. */
  links: v.optional(v.array(linkSchema)),
  /** What the panel kind's own decoder checks. */
  options: v.optional(v.record(v.string(), v.unknown()), {}),
  ...fieldEntries,
});

const row = v.strictObject({
  title: v.optional(localizedText),
  collapsed: v.optional(v.boolean(), false),
  repeat: v.optional(idSchema),
  panels: v.array(panelSchema),
});

const variableCommon = {
  name: v.pipe(v.string(), v.regex(/^[A-Za-z_]\w*$/, 'letters, digits and _ only')),
  label: v.optional(localizedText),
};
const choice = { multi: v.optional(v.boolean(), false), all: v.optional(v.boolean(), false) };
/** A variable that says its `type`. */
export const typedVariable = v.variant('type', [
  v.strictObject({
    ...variableCommon,
    ...choice,
    type: v.literal('query'),
    /** `label_values(metric, label)`, `label_values(label)` or `query_result(expr)`. */
    query: v.pipe(v.string(), v.nonEmpty()),
    /** Keep what matches; a first group, where there is one, is the value. */
    regex: v.optional(v.string()),
    default: v.optional(v.array(v.string())),
  }),
  v.strictObject({
    ...variableCommon,
    ...choice,
    type: v.literal('custom'),
    options: v.array(v.string()),
    default: v.optional(v.array(v.string())),
  }),
  v.strictObject({
    ...variableCommon,
    type: v.literal('interval'),
    options: v.array(durationText),
    default: v.optional(durationText),
  }),
  v.strictObject({ ...variableCommon, type: v.literal('textbox'), default: v.optional(v.string(), '') }),
  v.strictObject({ ...variableCommon, type: v.literal('constant'), value: v.string() }),
  v.strictObject({ ...variableCommon, type: v.literal('datasource') }),
]);

/** `type` may be left out where the other keys tell it. */
export const variableSchema = v.pipe(
  v.looseObject({}),
  v.transform((raw): Record<string, unknown> => {
    if ('type' in raw) return raw;
    if ('query' in raw) return { type: 'query', ...raw };
    if ('options' in raw) return { type: 'custom', ...raw };
    if ('value' in raw) return { type: 'constant', ...raw };
    return { type: 'textbox', ...raw };
  }),
  typedVariable,
);

/** A dashboard file of a pack, as section 9 of the design has it, decoded. */
export const dashboardSchema = v.strictObject({
  title: localizedText,
  description: v.optional(localizedText),
  section: v.picklist(sections),
  /** Where the range starts when the URL does not say; it ends now. */
  range: v.optional(
    v.pipe(
      v.string(),
      v.check((text) => parseTime(text)?.kind === 'relative', 'a time such as now-6h or now/d is needed'),
    ),
    'now-1h',
  ),
  /** How often to ask again when the URL does not say; `off` never. */
  refresh: v.optional(v.union([v.literal('off'), durationText]), '30s'),
  /** The least that `$__rate_interval` may be here. */
  rateFloor: v.optional(durationText),
  variables: v.optional(v.array(variableSchema), []),
  rows: v.pipe(
    v.array(row),
    v.check((rows) => {
      const ids = rows.flatMap((r) => r.panels.map((p) => p.id));
      return new Set(ids).size === ids.length;
    }, 'panel ids must be unique in a dashboard'),
  ),
});

export type Dashboard = v.InferOutput<typeof dashboardSchema>;
export type Row = Dashboard['rows'][number];
export type Panel = Row['panels'][number];
export type PanelQuery = Panel['queries'][number];
export type GrafanaLink = v.InferOutput<typeof grafanaLink>;
export type Variable = v.InferOutput<typeof typedVariable>;
