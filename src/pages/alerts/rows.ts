import { byWorst } from '../../model/severity.ts';
import type { Tone } from '../../model/thresholds.ts';
import type { AlertEntry, AlertingRule } from './entries.ts';

/** Alerts that have a label value in common. */
export interface AlertGroup {
  /** The value; '' where they do not have the label. */
  readonly value: string;
  readonly entries: readonly AlertEntry[];
  readonly firing: number;
  /** Of what fires the worst; `neutral` where nothing does. */
  readonly tone: Tone;
}

/** One row of the list. */
export type AlertsRow =
  | { readonly kind: 'group'; readonly group: AlertGroup; readonly isOpen: boolean }
  | { readonly kind: 'alert'; readonly entry: AlertEntry }
  | { readonly kind: 'inactive'; readonly count: number; readonly broken: number; readonly isOpen: boolean }
  | { readonly kind: 'rule'; readonly rule: AlertingRule };

/** The fold of the rules that are not active; no label value can have its name. */
export const INACTIVE = '\n';

/** Alerts by the value of a label, in their order; the groups by what fires worst, then by value, without a value last. */
export function groupAlerts(entries: readonly AlertEntry[], label: string): readonly AlertGroup[] {
  const byValue = new Map<string, AlertEntry[]>();
  for (const entry of entries) {
    const value = entry.labels[label] ?? '';
    const known = byValue.get(value);
    if (known) known.push(entry);
    else byValue.set(value, [entry]);
  }
  return [...byValue].map(([value, members]) => toGroup(value, members)).sort(byState);
}

function toGroup(value: string, entries: readonly AlertEntry[]): AlertGroup {
  const firing = entries.filter(({ state, isSuppressed }) => state === 'firing' && !isSuppressed);
  const tone = firing.map((entry) => entry.tone).reduce<Tone>((a, b) => (byWorst(a, b) <= 0 ? a : b), 'ok');
  return { value, entries, firing: firing.length, tone: firing.length === 0 ? 'neutral' : tone };
}

function byState(a: AlertGroup, b: AlertGroup): number {
  return (
    Number(b.firing > 0) - Number(a.firing > 0) ||
    byWorst(a.tone, b.tone) ||
    Number(a.value === '') - Number(b.value === '') ||
    (a.value < b.value ? -1 : 1)
  );
}

/** Rules that cannot be evaluated first, then by name. */
export function orderRules(rules: readonly AlertingRule[]): readonly AlertingRule[] {
  return rules.toSorted(
    (a, b) =>
      Number(isBroken(b)) - Number(isBroken(a)) || (a.rule.name < b.rule.name ? -1 : a.rule.name > b.rule.name ? 1 : 0),
  );
}

/** Whether the last evaluation of a rule failed: then its alerts say nothing. */
export const isBroken = ({ rule }: AlertingRule) => rule.health === 'err';

/** Groups and what is in those that are open, then the rules that are not active, in the order they are drawn. */
export function rowsOf(
  groups: readonly AlertGroup[],
  inactive: readonly AlertingRule[],
  turned: ReadonlySet<string>,
): readonly AlertsRow[] {
  const rows: AlertsRow[] = [];
  for (const group of groups) {
    const isOpen = !turned.has(group.value);
    rows.push({ kind: 'group', group, isOpen });
    if (isOpen) for (const entry of group.entries) rows.push({ kind: 'alert', entry });
  }
  if (inactive.length === 0) return rows;
  const isOpen = turned.has(INACTIVE);
  rows.push({ kind: 'inactive', count: inactive.length, broken: inactive.filter(isBroken).length, isOpen });
  if (isOpen) for (const rule of inactive) rows.push({ kind: 'rule', rule });
  return rows;
}

/** Tells rows apart. */
export function rowKey(row: AlertsRow): string {
  if (row.kind === 'group') return `group ${row.group.value}`;
  if (row.kind === 'alert') return row.entry.key;
  return row.kind === 'rule' ? ruleKey(row.rule) : INACTIVE;
}

const ruleKey = ({ rule, group, file }: AlertingRule) =>
  [file, group, rule.name, rule.expr, JSON.stringify(rule.labels)].join('\n');
