import * as v from 'valibot';
import type { Panel } from '../../src/model/dashboard.ts';
import { languages } from '../../src/model/language.ts';
import type { PackFigure } from '../../src/model/pack.ts';
import { isKnownUnit, unitOf } from '../../src/model/units/table.ts';

/** Mistakes in how a panel or a key figure shows what it asks. */
export type PanelRule = 'unknown-unit' | 'rounded-share' | 'idle-override';

interface Finding {
  readonly rule: PanelRule;
  readonly subject: string;
}

/** How some values are written. */
interface Field {
  readonly name: string;
  readonly unit: string;
  readonly decimals?: number | undefined;
}

const own = { unit: v.optional(v.string()), decimals: v.optional(v.number()) };

/** Of a panel and its options, of whatever kind, what says how values are written. */
const writingSchema = v.object({
  id: v.string(),
  unit: v.string(),
  decimals: own.decimals,
  columns: v.optional(v.array(v.object({ name: v.string(), ...own })), []),
  right: v.optional(v.object(own), {}),
  overrides: v.optional(v.array(v.object({ match: v.string(), axis: v.optional(v.string()), ...own })), []),
});

type Writing = v.InferOutput<typeof writingSchema>;

/** A panel's fields: its own, then those that are written otherwise, each with what it takes from where it stands. */
function fieldsOf({ id, columns, right, overrides, ...left }: Writing): Field[] {
  const parts = [
    ...columns.map((column) => ({ ...column, from: left })),
    { name: 'right', ...right, from: { unit: left.unit, decimals: undefined } },
    ...overrides.map(({ match, axis, ...rest }) => ({ name: match, ...rest, from: axis === 'right' ? right : left })),
  ];
  const others = parts.filter(({ unit, decimals }) => unit !== undefined || decimals !== undefined);
  return [
    { name: id, ...left },
    ...others.map(({ name, unit, decimals, from }) => ({
      name,
      unit: unit ?? from.unit ?? left.unit,
      decimals: decimals ?? from.decimals,
    })),
  ];
}

function lintField({ name, unit: id, decimals }: Field): Finding[] {
  if (!isKnownUnit(id)) return [{ rule: 'unknown-unit', subject: id }];
  const unit = unitOf(id);
  const isShare = unit.kind === 'linear' && unit.share;
  return isShare && decimals !== undefined ? [{ rule: 'rounded-share', subject: name }] : [];
}

/** Whether a series of a query with this legend can have a name that fits; what its labels put into it is not known. */
function mayFit(match: string, legend: string | undefined): boolean {
  if (legend === undefined) return true;
  const [start = '', ...rest] = legend.trim().split(/\s*\{\{.*?\}\}\s*/);
  const end = rest.at(-1);
  if (end === undefined) return new RegExp(`^(?:${match})$`).test(start);
  const isPlain = !/[\\^$.*+?()[\]{}|]/.test(match);
  return !isPlain || (match.startsWith(start) && match.endsWith(end));
}

/** An override that no series can have: it is neither the id of a query nor, in each language, the whole name of a series. */
function lintOverride(match: string, queries: Panel['queries']): Finding[] {
  const isUsed =
    queries.some(({ id }) => id === match) ||
    languages.every((language) => queries.some(({ legend }) => mayFit(match, legend?.[language])));
  return isUsed ? [] : [{ rule: 'idle-override', subject: match }];
}

export function lintPanel(panel: Panel): Finding[] {
  const writing = v.parse(writingSchema, { ...panel, ...panel.options });
  return [
    ...fieldsOf(writing).flatMap(lintField),
    ...writing.overrides.flatMap(({ match }) => lintOverride(match, panel.queries)),
  ];
}

export function lintFigure({ title, unit, decimals }: Pick<PackFigure, 'title' | 'unit' | 'decimals'>): Finding[] {
  return lintField({ name: title.en, unit, decimals });
}
