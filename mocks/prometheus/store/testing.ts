import type { FleetSeries, FleetTarget, MetricFamily } from '../../fleet/types.ts';
import { makeMatcher } from '../../promql/matchers.ts';
import type { StoredSeries } from '../../promql/values.ts';
import { createSchedule, type ScheduleOptions } from './scrapes.ts';
import { type ScrapedSeries, seriesByTarget } from './series.ts';

const minute = 60_000;

function periodic(period: number, length: number): (time: number) => boolean {
  return (time) => time % period < length;
}

/** Targets that go down and series that come and go within minutes, so that an hour holds every case many times. */
export function restlessFleet(): FleetTarget[] {
  const series = (name: string, pod: string, presentAt: (time: number) => boolean, knows: boolean): FleetSeries => ({
    name,
    labels: { pod },
    valueAt: (time) => (presentAt(time) ? Math.floor(time / 1000) % 7919 : null),
    ...(knows && { presentAt }),
  });
  const family = (name: string, members: readonly FleetSeries[]): MetricFamily => {
    return { name, help: '', type: 'gauge', series: members };
  };
  return ['a', 'b', 'c'].map((instance, i) => {
    const isDown = periodic((9 + i) * minute, i * minute);
    return {
      job: instance === 'c' ? 'web' : 'api',
      instance,
      metricsPath: '/metrics',
      isUpAt: (time) => !isDown(time),
      families: [
        family('jobs_total', [
          series('jobs_total', 'one', () => true, true),
          series('jobs_total', 'two', periodic((5 + i) * minute, 3 * minute), true),
          series('jobs_total', 'never', () => false, true),
        ]),
        family('depth', [
          series('depth', 'one', periodic(11 * minute, (1 + i) * minute), false),
          series('depth', 'rare', periodic(37 * minute, 20_000), false),
        ]),
      ],
    };
  });
}

/** All series of the targets with their target. */
export function everySeries(targets: readonly FleetTarget[], interval: number): [FleetTarget, ScrapedSeries][] {
  const perTarget = seriesByTarget(targets, interval);
  return targets.flatMap((one, i) => (perTarget[i] ?? []).map((series): [FleetTarget, ScrapedSeries] => [one, series]));
}

/** The samples of a series scrape by scrape, written as plainly as can be: what every faster way has to equal. */
export function oneByOne(
  owner: FleetTarget,
  { labels, whileDown, valueAt }: ScrapedSeries,
  range: { readonly from: number; readonly to: number },
  { markers, ...options }: ScheduleOptions & { readonly markers: boolean },
): StoredSeries | null {
  const { interval, phaseOf } = createSchedule(options);
  const samples: { time: number; value: number; stale: boolean }[] = [];
  for (let k = Math.floor(range.from / interval) - 2; k * interval <= range.to; k++) {
    const time = phaseOf(owner) + k * interval;
    if (time < range.from || time > range.to) continue;
    const value = whileDown || owner.isUpAt(time) ? valueAt(time) : null;
    if (value !== null) samples.push({ time, value, stale: false });
    else if (markers && samples.at(-1)?.stale === false) samples.push({ time, value: Number.NaN, stale: true });
  }
  if (samples.length === 0) return null;
  return {
    labels,
    times: Float64Array.from(samples, ({ time }) => time),
    values: Float64Array.from(samples, ({ value }) => value),
    stale: samples.some(({ stale }) => stale) ? Uint8Array.from(samples, ({ stale }) => Number(stale)) : null,
  };
}

/** A matcher for the equality of a label. */
export const equal = (name: string, value: string) => makeMatcher(name, '=', value);
