import type { FleetTarget } from '../../../mocks/fleet/types.ts';
import { cycleEnd, cycleStart, interval, phase } from './past.ts';

/** A metric of the fleet: what the generator can write about it. */
export interface Metric {
  readonly name: string;
  readonly isCounter: boolean;
  /** Its label names but `__name__`, each with the values there are. */
  readonly labels: ReadonlyMap<string, readonly string[]>;
}

export interface Vocabulary {
  readonly gauges: readonly [Metric, ...Metric[]];
  readonly counters: readonly [Metric, ...Metric[]];
  /** The `_bucket` series of histograms. */
  readonly buckets: readonly [Metric, ...Metric[]];
  /** Gauges that hold epoch seconds. */
  readonly moments: readonly [Metric, ...Metric[]];
  /** Gauges of one series for each of its jobs, whose labels tell what it is. */
  readonly infos: readonly [Metric, ...Metric[]];
  /** Counters of which no series comes or goes. */
  readonly unbroken: readonly [Metric, ...Metric[]];
  /** Metrics whose series never have the same value: of these the largest are sure to be the same ones. */
  readonly distinct: readonly [Metric, ...Metric[]];
  readonly jobs: readonly [string, ...string[]];
}

const momentNames = /_created$|_start_time_seconds$|_boot_time_seconds$|^node_time_seconds$/;

function atLeastOne<T>(items: readonly T[], what: string): [T, ...T[]] {
  const [first, ...others] = items;
  if (first === undefined) throw new Error(`the fleet has no ${what}`);
  return [first, ...others];
}

/** What each series of a metric reads at each `step`th scrape of the cycle; null: nothing. */
function* readings(targets: readonly FleetTarget[], name: string, step: number): Generator<(number | null)[]> {
  const series = targets.flatMap(({ families, isUpAt }) =>
    families.flatMap((family) =>
      family.series.filter((one) => one.name === name).map(({ valueAt }) => ({ valueAt, isUpAt })),
    ),
  );
  for (let time = cycleStart + phase; time < cycleEnd; time += step * interval) {
    yield series.map(({ valueAt, isUpAt }) => (isUpAt(time) ? valueAt(time) : null));
  }
}

/** Whether a metric has several series, of which no two ever have one value in the cycle. */
function areDistinct(targets: readonly FleetTarget[], name: string): boolean {
  for (const values of readings(targets, name, 1)) {
    const there = values.filter((value) => value !== null);
    if (values.length < 2 || new Set(there).size < there.length) return false;
  }
  return true;
}

/** Whether no series of a metric comes or goes within the cycle; one that does is gone for minutes. */
function areUnbroken(targets: readonly FleetTarget[], name: string): boolean {
  for (const values of readings(targets, name, 8)) if (values.includes(null)) return false;
  return true;
}

/** All that can be asked about. An untyped metric counts when it is of bytes. */
export function vocabularyOf(targets: readonly FleetTarget[]): Vocabulary {
  const known = new Map<string, { isCounter: boolean; labels: Map<string, Set<string>> }>();
  for (const { job, instance, families } of targets) {
    for (const { type, series } of families) {
      const counts = (name: string) =>
        type === 'counter' || type === 'histogram' || (type === 'untyped' && /bytes/.test(name));
      for (const { name, labels } of series) {
        const metric = known.get(name) ?? { isCounter: counts(name), labels: new Map<string, Set<string>>() };
        known.set(name, metric);
        for (const [label, value] of Object.entries({ ...labels, job, instance })) {
          metric.labels.set(label, (metric.labels.get(label) ?? new Set()).add(value));
        }
      }
    }
  }
  const metrics = [...known].map(([name, { isCounter, labels }]): Metric => {
    return { name, isCounter, labels: new Map([...labels].map(([label, values]) => [label, [...values].sort()])) };
  });
  const isBucket = ({ labels }: Metric) => labels.has('le');
  const isMoment = ({ name }: Metric) => momentNames.test(name);
  const plain = metrics.filter((metric) => !isBucket(metric) && !isMoment(metric));
  return {
    gauges: atLeastOne(
      plain.filter(({ isCounter }) => !isCounter),
      'gauge',
    ),
    counters: atLeastOne(
      plain.filter(({ isCounter }) => isCounter),
      'counter',
    ),
    buckets: atLeastOne(metrics.filter(isBucket), 'histogram'),
    moments: atLeastOne(metrics.filter(isMoment), 'epoch'),
    infos: atLeastOne(
      metrics.filter(({ name }) => /_info$|_static$/.test(name)),
      'metric of information',
    ),
    unbroken: atLeastOne(
      plain.filter(({ name, isCounter }) => isCounter && areUnbroken(targets, name)),
      'counter that is always there',
    ),
    distinct: atLeastOne(
      plain.filter(({ name }) => areDistinct(targets, name)),
      'metric with a different value in each series',
    ),
    jobs: atLeastOne([...new Set(targets.map(({ job }) => job))], 'job'),
  };
}
