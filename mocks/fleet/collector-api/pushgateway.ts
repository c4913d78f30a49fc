import { familiesOf, mebibyte, ownLifetime } from '../context.ts';
import { processFamilies } from '../exporters/process.ts';
import type { Families } from '../families.ts';
import { constant, plus, rhythm, type Signal } from '../signal.ts';
import type { FleetSeries, FleetTarget, MetricFamily } from '../types.ts';
import { isInside, type Lifetime, restartedAfter } from '../windows.ts';
import type { Context } from './context.ts';
import type { CollectorGroup } from './groups.ts';

/** Bytes of a push, on average: the text of a collector's registry. */
const pushSize = 11_400;

/** When the Pushgateway, which keeps nothing on disk, has had a push of the group since it was started. */
function heldPush(group: CollectorGroup, lifetime: Lifetime, time: number): number | null {
  const push = group.lastPush(time);
  return push >= lifetime(time) ? push : null;
}

/** A series as the Pushgateway shows it: what it read at the last push, until the next. */
function heldSeries(series: FleetSeries, group: CollectorGroup, lifetime: Lifetime): FleetSeries {
  const { job, instance } = group;
  return {
    name: series.name,
    labels: { ...series.labels, instance, job },
    valueAt: (time) => {
      const push = heldPush(group, lifetime, time);
      return push === null ? null : series.valueAt(push);
    },
    ...(series.presentAt && {
      presentAt: (time: number) => {
        const push = heldPush(group, lifetime, time);
        return push !== null && series.presentAt?.(push) === true;
      },
    }),
  };
}

function heldFamilies(group: CollectorGroup, lifetime: Lifetime): MetricFamily[] {
  return group.families.map((family) => ({
    ...family,
    series: family.series.map((series) => heldSeries(series, group, lifetime)),
  }));
}

/** What the Pushgateway itself notes of each group. */
function groupFamilies(groups: readonly CollectorGroup[], lifetime: Lifetime, { gauge }: Families): MetricFamily[] {
  const noted = (read: (group: CollectorGroup, time: number) => number) =>
    groups.map((group) => ({
      labels: { instance: group.instance, job: group.job },
      read: (time: number) => (heldPush(group, lifetime, time) === null ? null : read(group, time) / 1000),
    }));
  const refusal = (group: CollectorGroup, time: number) => {
    const last = group.lastRefusal(time) ?? 0;
    return last >= lifetime(time) ? last : 0;
  };
  return [
    gauge(
      'push_time_seconds',
      'Last Unix time when changing this group in the Pushgateway succeeded.',
      noted((group, time) => group.lastPush(time)),
    ),
    gauge(
      'push_failure_time_seconds',
      'Last Unix time when changing this group in the Pushgateway failed.',
      noted(refusal),
    ),
  ];
}

/** What the Pushgateway tells of the requests that it answers, scrapes excepted. The collectors push by POST. */
function requestFamilies(
  seed: string,
  groups: readonly CollectorGroup[],
  lifetime: Lifetime,
  { gauge, count }: Families,
): MetricFamily[] {
  const accepted = plus(...groups.map(({ answered }) => answered.accepted));
  const refused = plus(...groups.map(({ answered }) => answered.refused));
  const probes = constant(1 / 10);
  const counted = (rate: Signal, factor = 1) => ({
    read: (time: number) => Math.floor(rate.integral(lifetime(time), time)) * factor,
  });
  const handled = (code: string, handler: string, method: string, rate: Signal) => ({
    labels: { code, handler, method },
    ...counted(rate),
  });
  const summary = (name: string, help: string, quantiles: Readonly<Record<string, number>>, mean: number) => {
    const parts = Object.entries(quantiles).map(([quantile, level]) => ({
      labels: { method: 'post', quantile },
      level: rhythm({ seed: `${seed} ${name} ${quantile}`, mean: level, waver: 0.1 }),
    }));
    const labels = { method: 'post' };
    const own = (suffix: string, factor: number) =>
      gauge(`${name}${suffix}`, help, [{ labels, ...counted(plus(accepted, refused), factor) }]);
    const series = [gauge(name, help, parts), own('_sum', mean), own('_count', 1)].flatMap((family) => family.series);
    return { name, help, type: 'summary' as const, series };
  };
  return [
    count(
      'pushgateway_http_requests_total',
      'Total HTTP requests processed by the Pushgateway, excluding scrapes.',
      [
        handled('200', 'push', 'post', accepted),
        handled('400', 'push', 'post', refused),
        handled('200', 'ready', 'get', probes),
      ],
      'counter',
    ),
    summary(
      'pushgateway_http_push_duration_seconds',
      'HTTP request duration for pushes to the Pushgateway.',
      { '0.1': 0.00041, '0.5': 0.00068, '0.9': 0.0016 },
      0.00086,
    ),
    summary(
      'pushgateway_http_push_size_bytes',
      'HTTP request size for pushes to the Pushgateway.',
      { '0.1': 0.985 * pushSize, '0.5': pushSize, '0.9': 1.012 * pushSize },
      pushSize,
    ),
  ];
}

/** What Go's runtime tells of the Pushgateway, the greater part. */
function goFamilies(seed: string, { gauge, count }: Families): MetricFamily[] {
  const heap = rhythm({ seed: `${seed} heap`, mean: 5.2 * mebibyte, waver: 0.2 });
  return [
    gauge('go_info', 'Information about the Go environment.', [{ labels: { version: 'go1.19.8' }, read: () => 1 }]),
    count('go_goroutines', 'Number of goroutines that currently exist.', [
      { level: rhythm({ seed: `${seed} goroutines`, mean: 13, waver: 0.2 }) },
    ]),
    gauge('go_threads', 'Number of OS threads created.', [{ read: () => 9 }]),
    count('go_memstats_heap_inuse_bytes', 'Number of heap bytes that are in use.', [{ level: heap }]),
    gauge('go_memstats_sys_bytes', 'Number of bytes obtained from system.', [{ read: () => 19_681_288 }]),
  ];
}

/** Families of one name become one: the Pushgateway and the collectors both tell of their processes. */
function merged(families: readonly MetricFamily[]): MetricFamily[] {
  const byName = new Map<string, MetricFamily>();
  for (const family of families) {
    const known = byName.get(family.name);
    byName.set(family.name, known ? { ...known, series: [...known.series, ...family.series] } : family);
  }
  return [...byName.values()];
}

/** The Pushgateway with the groups that were pushed to it; it keeps nothing on disk. */
export function pushgatewayTarget(context: Context, groups: readonly CollectorGroup[]): FleetTarget {
  const instance = 'pushgateway:9091';
  const seed = `${context.seed} ${instance}`;
  const restart = context.incident('gatewayRestart');
  const lifetime = restartedAfter(restart, ownLifetime(context, instance, 12 * 24));
  const families = familiesOf(context, instance, lifetime);
  const build = {
    branch: 'debian/sid',
    goarch: 'amd64',
    goos: 'linux',
    goversion: 'go1.19.8',
    revision: '1.5.1-2+b5',
    version: '1.5.1',
  };
  return {
    job: 'pushgateway',
    instance,
    metricsPath: '/metrics',
    honorLabels: true,
    isUpAt: (time) => !isInside(restart, time),
    families: merged([
      ...processFamilies(seed, families, lifetime, { memory: 21 * mebibyte, cpu: 0.004 }),
      ...goFamilies(seed, families),
      families.gauge(
        'pushgateway_build_info',
        "A metric with a constant '1' value labeled by version, revision, branch, goversion from which pushgateway was built, and the goos and goarch for the build.",
        [{ labels: build, read: () => 1 }],
      ),
      ...requestFamilies(seed, groups, lifetime, families),
      ...groupFamilies(groups, lifetime, families),
      ...groups.flatMap((group) => heldFamilies(group, lifetime)),
    ]),
  };
}
