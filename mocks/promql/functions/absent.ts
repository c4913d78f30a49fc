import type { Labels } from '../../../src/model/labels.ts';
import type { Expr } from '../ast.ts';
import { metricName } from '../labels.ts';
import { type Column, type Context, emptyColumn, setValue, type Windows } from '../values.ts';
import { visitWindows } from './windows.ts';

/** The labels that a selector asks for with `=`, once each: what the absent series would have had. */
function wantedLabels(expr: Expr | undefined): Labels {
  if (expr?.kind === 'parentheses') return wantedLabels(expr.expr);
  if (expr?.kind !== 'selector' && expr?.kind !== 'matrix') return {};
  const seen = expr.matchers.map(({ name }) => name);
  const once = (name: string): boolean => seen.indexOf(name) === seen.lastIndexOf(name);
  return Object.fromEntries(
    expr.matchers
      .filter(({ name, operator, value }) => operator === '=' && name !== metricName && once(name) && value !== '')
      .map(({ name, value }) => [name, value]),
  );
}

/** 1 at each time at which none of the series is present. */
export function absentColumn(expr: Expr | undefined, presences: readonly Uint8Array[], count: number): Column {
  const column = emptyColumn(wantedLabels(expr), count, false);
  for (let i = 0; i < count; i++) {
    if (presences.every((present) => present[i] !== 1)) setValue(column, i, 1);
  }
  return column;
}

/** For each series, 1 at each time whose window has a sample. */
export function windowPresence(windows: Windows, context: Context): Uint8Array[] {
  return Array.from(windows.series, (series) => {
    const present = new Uint8Array(windows.ends.length);
    visitWindows(series, windows, context, (_, i) => {
      present[i] = 1;
    });
    return present;
  });
}
