import { evaluateRange } from '../mocks/promql/evaluate.ts';
import { matchesAll } from '../mocks/promql/matchers.ts';
import type { SeriesSource, StoredSeries } from '../mocks/promql/values.ts';
import type { Labels } from '../src/model/labels.ts';
import { median } from './statistics.ts';
import type { Row, Suite } from './suite.ts';

const interval = 15_000;
const steps = 1000;
const instances = 100;
const bounds = ['0.005', '0.01', '0.025', '0.05', '0.1', '0.25', '0.5', '1', '2.5', '5', '10', '+Inf'];

/** Samples every 15 s from the epoch on, for the queries' range and 10 minutes more; a counter where `growth` never falls. */
function series(labels: Labels, offset: number, valueAt: (index: number) => number): StoredSeries {
  const count = steps + 40;
  return {
    labels,
    times: Float64Array.from({ length: count }, (_, i) => i * interval + offset),
    values: Float64Array.from({ length: count }, (_, i) => valueAt(i)),
    stale: null,
  };
}

/** The series of one instance: a counter, two gauges and a histogram, scraped at its own moment. */
function seriesOf(instance: number): StoredSeries[] {
  const labels = { instance: `host-${instance}:9100`, job: 'node', zone: `zone-${instance % 7}` };
  const offset = (instance * 7919) % interval;
  const wave = (i: number): number => 50 + 40 * Math.sin(i / 37 + instance) + 10 * Math.sin(i * 12.9898 + instance);
  let total = 0;
  const growing = (i: number): number => {
    // Every counter restarts once.
    total = i === 300 + instance ? 0 : total + wave(i);
    return total;
  };
  return [
    series({ ...labels, __name__: 'requests_total' }, offset, growing),
    series({ ...labels, __name__: 'used_bytes' }, offset, wave),
    series({ ...labels, __name__: 'size_bytes' }, offset, () => 100),
    ...bounds.map((le, bucket) =>
      series({ ...labels, __name__: 'latency_seconds_bucket', le }, offset, (i) => i * (bucket + 1) * 3),
    ),
  ];
}

function makeSource(): SeriesSource {
  const all = Array.from({ length: instances }, (_, i) => seriesOf(i)).flat();
  return {
    select: (matchers) => all.filter(({ labels }) => matchesAll(matchers, labels)),
  };
}

const queries: readonly (readonly [query: string, budget: number | null])[] = [
  ['rate(requests_total[5m])', 150],
  ['sum by (zone) (rate(requests_total[5m]))', null],
  ['used_bytes', null],
  ['used_bytes / on (instance) group_left size_bytes * 100 > 20', null],
  ['avg_over_time(used_bytes[5m])', null],
  ['quantile_over_time(0.95, used_bytes[5m])', null],
  ['mad_over_time(used_bytes[5m])', null],
  ['max_over_time(rate(requests_total[5m])[10m:1m])', null],
  ['topk(5, used_bytes)', null],
  ['histogram_quantile(0.95, rate(latency_seconds_bucket[5m]))', null],
  ['histogram_quantile(0.95, sum by (zone, le) (rate(latency_seconds_bucket[5m])))', null],
];

const warmUps = 5;
const runs = 21;

/** The ms of the runs of `act`, after as many unmeasured ones as let the compiler settle. */
function times(act: () => void): number[] {
  return Array.from({ length: warmUps + runs }, () => {
    const start = performance.now();
    act();
    return performance.now() - start;
  }).slice(warmUps);
}

/** Range queries of the embedded Prometheus's evaluator. */
export const promqlSuite: Suite = {
  name: 'promql',
  title: 'PromQL evaluator',
  about: `Range queries over ${instances} series (histograms: of ${bounds.length} buckets each) x ${steps} steps, a sample every 15 s.`,
  columns: ['median ms', 'best ms', 'worst ms'],
  run: async () => {
    const source = makeSource();
    const range = { start: 300_000, end: 300_000 + (steps - 1) * interval, step: interval };
    return queries.map(([query, limit]): Row => {
      const taken = times(() => evaluateRange(query, range, source));
      const figure = median(taken);
      return {
        what: `\`${query}\``,
        figures: [figure, Math.min(...taken), Math.max(...taken)].map((ms) => ms.toFixed(1)),
        budget: limit === null ? null : { figure, limit, unit: ' ms' },
      };
    });
  },
};
