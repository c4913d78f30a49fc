import type { Alert } from '../../model/alert.ts';
import { labelsKey } from '../../model/labels.ts';
import { fitting } from '../../model/matcher.ts';
import { byWorst, severityTone } from '../../model/severity.ts';
import type { Tone } from '../../model/thresholds.ts';
import { isWebAddress } from '../../model/webAddress.ts';
import type { AlertsOptions } from './options.ts';

/** One alert as a row of the list. */
export interface AlertRow {
  readonly key: string;
  readonly state: Alert['state'];
  readonly name: string;
  /** The `severity` label as written, '' without one. */
  readonly severity: string;
  readonly tone: Tone;
  /** What the rule says of it, or its name. */
  readonly title: string;
  readonly description: string;
  /** Labels that the row does not show elsewhere. */
  readonly labels: readonly (readonly [name: string, value: string])[];
  /** Annotations that are web addresses, by annotation name. */
  readonly links: readonly (readonly [name: string, address: string])[];
  /** Epoch ms. */
  readonly since: number;
}

export interface AlertList {
  readonly rows: readonly AlertRow[];
  /** How many fit the panel; more than `rows` when its limit cut them. */
  readonly fitting: number;
  /** How many are active but do not fit the panel. */
  readonly others: number;
}

/** The alerts that fit the options, in their order. */
export function listAlerts(alerts: readonly Alert[], options: AlertsOptions): AlertList {
  const fits = fitting(options.matchers);
  const wanted = alerts.filter((alert) => options.states.includes(alert.state) && fits(alert.labels));
  const rows = wanted.map(toRow).sort(orders[options.sort]);
  return { rows: rows.slice(0, options.limit), fitting: wanted.length, others: alerts.length - wanted.length };
}

function toRow(alert: Alert): AlertRow {
  const { alertname = '', severity = '', ...labels } = alert.labels;
  const { summary = '', description = '', message = '' } = alert.annotations;
  const title = summary || message || alertname;
  return {
    key: labelsKey(alert.labels),
    state: alert.state,
    name: alertname,
    severity,
    tone: severityTone(alert.labels),
    title,
    description: description === title ? '' : description,
    labels: Object.entries(labels).sort(([a], [b]) => compare(a, b)),
    links: Object.entries(alert.annotations).filter(([, value]) => isWebAddress(value)),
    since: alert.activeAt,
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byName = (a: AlertRow, b: AlertRow) => compare(a.name, b.name) || compare(a.key, b.key);
const byNewest = (a: AlertRow, b: AlertRow) => b.since - a.since || byName(a, b);
const bySeverity = (a: AlertRow, b: AlertRow) =>
  Number(a.state === 'pending') - Number(b.state === 'pending') || byWorst(a.tone, b.tone) || byNewest(a, b);

const orders: Readonly<Record<AlertsOptions['sort'], (a: AlertRow, b: AlertRow) => number>> = {
  severity: bySeverity,
  newest: byNewest,
  oldest: (a, b) => byNewest(b, a),
  name: byName,
};
