import type { HeldAlert } from '../../alertmanager/types.ts';
import type { Alertmanager } from '../../data/alerts/alertmanagers.ts';
import { type Labels, labelsKey } from '../../model/labels.ts';
import { severityTone } from '../../model/severity.ts';
import { type AlertEntry, byUrgency, type Held } from './entries.ts';

/** The alerts that one Alertmanager holds. */
export interface Holding {
  readonly server: Alertmanager;
  readonly alerts: readonly HeldAlert[];
}

/**
 * Prometheus's alerts with what the Alertmanagers say of each, and after them those that only Alertmanagers know; the
 * worst first. On their way alerts get external labels and may lose others: two are one when all labels agree that both
 * sides may have, those with most labels in common first.
 */
export function joinHeld(entries: readonly AlertEntry[], holdings: readonly Holding[]): readonly AlertEntry[] {
  if (holdings.length === 0) return entries.toSorted(byUrgency);
  const byName = groupedBy(entries, ({ name }) => name);
  const held = new Map<AlertEntry, Held[]>();
  const strangers = new Map<string, Held[]>();
  for (const { server, alerts } of holdings) {
    for (const [name, ofName] of groupedBy(alerts, ({ labels }) => labels.alertname ?? '')) {
      const matched = matchAlerts(byName.get(name) ?? [], ofName);
      for (const [entry, alert] of matched.pairs) push(held, entry, { server, alert });
      for (const alert of matched.strangers) push(strangers, labelsKey(alert.labels), { server, alert });
    }
  }
  const known = entries.map((entry) => withHeld(entry, held.get(entry) ?? entry.held));
  return [...known, ...[...strangers.values()].flatMap(toEntry)].sort(byUrgency);
}

/** Of one alert name: which of Prometheus's alerts is which of an Alertmanager's, and the Alertmanager's that are none. */
function matchAlerts(entries: readonly AlertEntry[], alerts: readonly HeldAlert[]) {
  const known = new Set(entries.flatMap(({ labels }) => Object.keys(labels)));
  const common = (labels: Labels) =>
    Object.keys(labels)
      .filter((label) => known.has(label))
      .sort();
  const buckets = [...groupedBy(alerts, ({ labels }) => common(labels).join('\n'))]
    .map(([names, members]) => ({ names: names.split('\n').filter(Boolean), members }))
    .sort((a, b) => b.names.length - a.names.length);
  const pairs = new Map<AlertEntry, HeldAlert>();
  for (const { names, members } of buckets) {
    const keyOf = (labels: Labels) => JSON.stringify(names.map((name) => labels[name] ?? null));
    const byKey = new Map(members.map((alert) => [keyOf(alert.labels), alert]));
    for (const entry of entries) {
      const alert = pairs.has(entry) ? undefined : byKey.get(keyOf(entry.labels));
      if (alert) pairs.set(entry, alert);
    }
  }
  const used = new Set(pairs.values());
  return { pairs, strangers: alerts.filter((alert) => !used.has(alert)) };
}

function withHeld(entry: AlertEntry, held: readonly Held[]): AlertEntry {
  if (held.length === 0) return entry;
  return { ...entry, held, isSuppressed: held.every(({ alert }) => alert.state === 'suppressed') };
}

/** An alert that only Alertmanagers know: of another Prometheus, say. */
function toEntry(held: readonly Held[]): readonly AlertEntry[] {
  const [first] = held;
  if (first === undefined) return [];
  const { labels, annotations, startsAt } = first.alert;
  const entry: AlertEntry = {
    key: labelsKey(labels),
    name: labels.alertname ?? '',
    severity: labels.severity ?? '',
    tone: severityTone(labels),
    labels,
    annotations,
    state: 'firing',
    since: startsAt,
    firesAt: null,
    value: null,
    origin: null,
    held: [],
    isSuppressed: false,
  };
  return [withHeld(entry, held)];
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) push(groups, keyOf(item), item);
  return groups;
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const known = lists.get(key);
  if (known) known.push(value);
  else lists.set(key, [value]);
}
