import type { Labels } from '../../src/model/labels.ts';
import { type Matcher, makeMatcher, matchesAll } from '../promql/matchers.ts';
import type { Configuration } from './configuration.ts';
import { fingerprintOf } from './fingerprint.ts';
import { RequestError, readMatcher } from './matchers.ts';
import type { Silences } from './silences.ts';

/** A firing alert as a Prometheus tells of it. Times are epoch ms. */
export interface FiringAlert {
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly startsAt: number;
  /** When it was told of last. */
  readonly updatedAt: number;
}

/** An alert as the API shows it. */
interface Alert {
  readonly fingerprint: string;
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly updatedAt: string;
  readonly generatorURL: string;
  readonly receivers: readonly { readonly name: string }[];
  readonly status: {
    readonly state: 'active' | 'suppressed';
    readonly silencedBy: readonly string[];
    readonly inhibitedBy: readonly string[];
  };
}

/** Prometheus tells of a firing alert that it ends four times this later, ms, unless it tells again. */
const RESEND = 60_000;

/** The alerts that fire, as they stand, by fingerprint. */
export function alertsNow(
  told: readonly FiringAlert[],
  { routesOf, inhibitRules }: Configuration,
  silences: Silences,
  now: number,
): readonly Alert[] {
  const iso = (ms: number) => new Date(ms).toISOString();
  const firing = told.map((alert) => ({ ...alert, fingerprint: fingerprintOf(alert.labels) }));
  const inhibitorsOf = (labels: Labels) =>
    inhibitRules.flatMap(({ isSource, isTarget, equal }) => {
      if (!isTarget(labels)) return [];
      const isBoth = isSource(labels);
      const source = firing.find(
        (other) =>
          isSource(other.labels) &&
          !(isBoth && isTarget(other.labels)) &&
          equal.every((name) => (other.labels[name] ?? '') === (labels[name] ?? '')),
      );
      return source ? [source.fingerprint] : [];
    });
  return firing
    .map(({ startsAt, updatedAt, ...alert }): Alert => {
      const silencedBy = silences.silencing(alert.labels, now);
      const inhibitedBy = inhibitorsOf(alert.labels);
      const state = silencedBy.length + inhibitedBy.length === 0 ? 'active' : 'suppressed';
      return {
        ...alert,
        startsAt: iso(startsAt),
        endsAt: iso(now + 4 * RESEND),
        updatedAt: iso(updatedAt),
        generatorURL: '',
        receivers: routesOf(alert.labels).map(({ receiver }) => ({ name: receiver })),
        status: { state, silencedBy, inhibitedBy },
      };
    })
    .sort((a, b) => compare(a.fingerprint, b.fingerprint));
}

/** What `filter`, `receiver`, `active`, `silenced` and `inhibited` leave. Throws RequestError. */
export function selected(alerts: readonly Alert[], parameters: URLSearchParams): readonly Alert[] {
  const matchers = filterOf(parameters);
  const isTaken = receiverTest(parameters);
  const [active, silenced, inhibited] = ['active', 'silenced', 'inhibited'].map((name) => readFlag(parameters, name));
  return alerts.filter(
    ({ labels, receivers, status }) =>
      matchesAll(matchers, labels) &&
      receivers.some(({ name }) => isTaken(name)) &&
      (active || status.state !== 'active') &&
      (silenced || status.silencedBy.length === 0) &&
      (inhibited || status.inhibitedBy.length === 0),
  );
}

/** The matchers of `filter`. Throws RequestError. */
export const filterOf = (parameters: URLSearchParams): readonly Matcher[] =>
  parameters.getAll('filter').map(readMatcher);

/** The alerts that are notified together: by receiver and the labels that its route groups by. */
export function groupsOf(
  alerts: readonly Alert[],
  { routesOf }: Configuration,
  parameters: URLSearchParams,
): readonly object[] {
  const isTaken = receiverTest(parameters);
  const groups = new Map<string, { labels: Labels; receiver: { name: string }; alerts: Alert[] }>();
  for (const one of alerts.toSorted(byTarget)) {
    const alert = { ...one, receivers: one.receivers.filter(({ name }) => isTaken(name)) };
    for (const { receiver, groupBy } of routesOf(alert.labels)) {
      if (!isTaken(receiver)) continue;
      const labels = Object.fromEntries(Object.entries(alert.labels).filter(([name]) => groupBy.includes(name)));
      const key = `${fingerprintOf(labels)} ${receiver}`;
      const group = groups.get(key) ?? { labels, receiver: { name: receiver }, alerts: [] };
      group.alerts.push(alert);
      groups.set(key, group);
    }
  }
  return [...groups.values()].sort(
    (a, b) => compare(JSON.stringify(a.labels), JSON.stringify(b.labels)) || compare(a.receiver.name, b.receiver.name),
  );
}

/** As Alertmanager lists what is notified together. */
const byTarget = ({ labels: a }: Alert, { labels: b }: Alert) =>
  compare(a.job ?? '', b.job ?? '') ||
  compare(a.instance ?? '', b.instance ?? '') ||
  compare(JSON.stringify(a), JSON.stringify(b));

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function receiverTest(parameters: URLSearchParams): (name: string) => boolean {
  const written = parameters.get('receiver') ?? '';
  if (written === '') return () => true;
  try {
    const { matches } = makeMatcher('receiver', '=~', written);
    return matches;
  } catch (error) {
    throw new RequestError(400, `failed to parse receiver param: ${error instanceof Error ? error.message : error}`);
  }
}

function readFlag(parameters: URLSearchParams, name: string): boolean {
  const text = parameters.get(name) ?? 'true';
  if (text !== 'true' && text !== 'false') throw new RequestError(400, `${name} in query must be of type boolean`);
  return text === 'true';
}
