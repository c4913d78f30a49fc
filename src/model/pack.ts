import * as v from 'valibot';
import { type Dashboard, sections, variableSchema } from './dashboard.ts';
import { fieldEntries, idSchema, linkSchema, localizedText, promqlText } from './schema.ts';

const { unit, decimals, thresholds, mappings } = fieldEntries;

/** A figure by which a system is judged at a glance: one number, with its course as a sparkline. */
const figure = v.strictObject({ title: localizedText, expr: promqlText, unit, decimals, thresholds, mappings });

/** What the overview needs to know of a pack without opening its dashboards. */
const packEntries = {
  title: localizedText,
  description: v.optional(localizedText, ''),
  /** PromQL that returns data when the system is there; without it the pack is for any server. */
  detect: v.optional(promqlText, 'vector(1)'),
  /** The system's scrape jobs: their targets are its health. */
  jobs: v.optional(v.array(v.pipe(v.string(), v.nonEmpty())), []),
  figures: v.optional(v.array(figure), []),
  /** YAML to put into `scrape_configs` when the system is not found. */
  scrape: v.optional(v.string(), ''),
  links: v.optional(v.array(linkSchema), []),
};

/** `packs/<id>/pack.yaml`, decoded. Only the title is needed; the folder's name is the pack's id. */
export const packSchema = v.strictObject({
  ...packEntries,
  /** For readers of the file; where it is given it must be the folder's name, which the reader of the folder checks. */
  id: v.optional(idSchema),
  /** File names without `.yaml`, in the order in which they are shown; without it all of the folder, by name. */
  dashboards: v.optional(
    v.pipe(
      v.array(idSchema),
      v.check((names) => new Set(names).size === names.length, 'a dashboard is listed twice'),
    ),
  ),
  /** Variables that every dashboard of the pack starts with; a dashboard's own of the same name wins. */
  variables: v.optional(v.array(variableSchema), []),
});

/** A pack in the reply of `/api/packs`: its texts and figures, and the dashboards that could be read. */
const packSummarySchema = v.object({
  ...packEntries,
  id: idSchema,
  dashboards: v.array(v.object({ id: idSchema, title: localizedText, section: v.picklist(sections) })),
});

/** Where a pack's file is wrong. `line` counts from 1 and is null when unknown; `path` is inside the file, `''` for all of it. */
const packProblemSchema = v.object({
  file: v.string(),
  line: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
  path: v.string(),
  message: v.string(),
});

/** The reply of `/api/packs`. */
export const packIndexSchema = v.object({
  packs: v.array(packSummarySchema),
  problems: v.optional(v.array(packProblemSchema), []),
});

export type Pack = v.InferOutput<typeof packSchema>;
export type PackFigure = Pack['figures'][number];
export type PackSummary = v.InferOutput<typeof packSummarySchema>;
export type PackProblem = v.InferOutput<typeof packProblemSchema>;
export type PackIndex = v.InferOutput<typeof packIndexSchema>;

/** The dashboard with the variables of its pack before its own; where both name one, the dashboard's own counts. */
export function withPackVariables(dashboard: Dashboard, pack: Pack): Dashboard {
  const own = new Set(dashboard.variables.map((variable) => variable.name));
  const inherited = pack.variables.filter((variable) => !own.has(variable.name));
  return { ...dashboard, variables: [...inherited, ...dashboard.variables] };
}
