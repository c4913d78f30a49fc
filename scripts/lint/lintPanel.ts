import * as v from 'valibot';
import type { Panel } from '../../src/model/dashboard.ts';
import type { PackFigure } from '../../src/model/pack.ts';
import { isKnownUnit, unitOf } from '../../src/model/units/table.ts';

/** Mistakes in how a panel or a key figure shows what it asks. */
export type PanelRule = 'unknown-unit' | 'rounded-share';

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

/** What a panel and its options, of whatever kind, say of how values are written. */
const writingSchema = v.object({
  id: v.string(),
  unit: v.string(),
  decimals: own.decimals,
  columns: v.optional(v.array(v.object({ name: v.string(), ...own })), []),
  right: v.optional(v.object(own), {}),
  overrides: v.optional(v.array(v.object({ match: v.string(), axis: v.optional(v.string()), ...own })), []),
});

/** A panel's fields: its own, then those that are written otherwise, each with what it takes from where it stands. */
function fieldsOf(panel: Panel): Field[] {
  const { id, columns, right, overrides, ...left } = v.parse(writingSchema, { ...panel, ...panel.options });
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

export function lintPanel(panel: Panel): Finding[] {
  return fieldsOf(panel).flatMap(lintField);
}

export function lintFigure({ title, unit, decimals }: Pick<PackFigure, 'title' | 'unit' | 'decimals'>): Finding[] {
  return lintField({ name: title.en, unit, decimals });
}
