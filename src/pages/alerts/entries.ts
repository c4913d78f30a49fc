import type { HeldAlert } from '../../alertmanager/types.ts';
import type { Alertmanager } from '../../data/alerts/alertmanagers.ts';
import type { Alert } from '../../model/alert.ts';
import { type Labels, labelsKey } from '../../model/labels.ts';
import { byWorst, severityTone } from '../../model/severity.ts';
import type { Tone } from '../../model/thresholds.ts';
import type { Rule, RuleGroup } from '../../prometheus/types.ts';

/** An alerting rule with where it stands. */
export interface AlertingRule {
  readonly rule: Rule;
  readonly alerting: NonNullable<Rule['alerting']>;
  readonly group: string;
  readonly file: string;
  /** Ms between evaluations. */
  readonly interval: number;
}

/** What an Alertmanager says of an alert. */
export interface Held {
  readonly server: Alertmanager;
  readonly alert: HeldAlert;
}

/** An alert as the page shows it. Times are epoch ms. */
export interface AlertEntry {
  /** Tells alerts apart through refreshes. */
  readonly key: string;
  readonly name: string;
  /** The `severity` label as written, '' without one. */
  readonly severity: string;
  readonly tone: Tone;
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly state: Alert['state'];
  /** Since when it is in this state. */
  readonly since: number;
  /** When it will fire if its condition goes on to hold; null once it fires. */
  readonly firesAt: number | null;
  /** The value of the rule's expression. */
  readonly value: number | null;
  /** The rule it comes from; null where only an Alertmanager knows it. */
  readonly origin: AlertingRule | null;
  /** One for each Alertmanager that has it. */
  readonly held: readonly Held[];
  /** Silenced or inhibited by every Alertmanager that has it. */
  readonly isSuppressed: boolean;
}

/** The alerting rules of all groups, in their order. */
export function alertingRules(groups: readonly RuleGroup[]): readonly AlertingRule[] {
  return groups.flatMap(({ name: group, file, interval, rules }) =>
    rules.flatMap((rule) => (rule.alerting === null ? [] : [{ rule, alerting: rule.alerting, group, file, interval }])),
  );
}

/** The active alerts of these rules. */
export function entriesOf(rules: readonly AlertingRule[]): readonly AlertEntry[] {
  return rules.flatMap((origin) => origin.alerting.alerts.map((alert) => toEntry(alert, origin)));
}

function toEntry({ state, labels, annotations, activeAt, value }: Alert, origin: AlertingRule): AlertEntry {
  const firesAt = activeAt + origin.alerting.for;
  return {
    key: labelsKey(labels),
    name: labels.alertname ?? origin.rule.name,
    severity: labels.severity ?? '',
    tone: severityTone(labels),
    labels,
    annotations,
    state,
    since: state === 'firing' ? firesAt : activeAt,
    firesAt: state === 'firing' ? null : firesAt,
    value,
    origin,
    held: [],
    isSuppressed: false,
  };
}

/** Firing before pending before suppressed, then by severity, then the newest, then by name. */
export function byUrgency(a: AlertEntry, b: AlertEntry): number {
  return (
    standing(a) - standing(b) ||
    byWorst(a.tone, b.tone) ||
    b.since - a.since ||
    compare(a.name, b.name) ||
    compare(a.key, b.key)
  );
}

const standing = ({ state, isSuppressed }: AlertEntry) => (isSuppressed ? 2 : state === 'pending' ? 1 : 0);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What the rule says of it in a line, or its name. */
export function titleOf({ name, annotations }: Pick<AlertEntry, 'name' | 'annotations'>): string {
  return annotations.summary || annotations.message || annotations.title || name;
}

export interface AlertCounts {
  readonly critical: number;
  readonly warning: number;
  /** Firing with another severity, or none. */
  readonly other: number;
  readonly pending: number;
  readonly suppressed: number;
}

/** How many there are of each; the alert that must always fire (`watchdog`) is not counted. */
export function countAlerts(entries: readonly AlertEntry[], watchdog: string | null): AlertCounts {
  const counts = { critical: 0, warning: 0, other: 0, pending: 0, suppressed: 0 };
  for (const { name, state, tone, isSuppressed } of entries) {
    if (name === watchdog) continue;
    if (isSuppressed) counts.suppressed++;
    else if (state === 'pending') counts.pending++;
    else if (tone === 'critical' || tone === 'warning') counts[tone]++;
    else counts.other++;
  }
  return counts;
}

/** What the list is narrowed to by state. */
export const stateChoices = ['all', 'firing', 'pending', 'suppressed'] as const;
export type StateChoice = (typeof stateChoices)[number];

/** Whether an alert is to be shown with this choice. */
export function fitsState({ state, isSuppressed }: AlertEntry, choice: StateChoice): boolean {
  if (choice === 'all') return true;
  return choice === 'suppressed' ? isSuppressed : !isSuppressed && state === choice;
}
