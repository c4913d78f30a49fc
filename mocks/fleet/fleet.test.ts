import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelsKey } from '../../src/model/labels.ts';
import { createFleet } from './fleet.ts';
import type { FleetSeries, FleetTarget } from './types.ts';

const minute = 60_000;
const hour = 60 * minute;
const midnight = Date.UTC(2025, 5, 11);
const fleet = createFleet();
const anyTime = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) });

function target(job: string, of: readonly FleetTarget[] = fleet): FleetTarget {
  const found = of.find((candidate) => candidate.job === job);
  if (found === undefined) throw new Error(`no target ${job}`);
  return found;
}

function seriesOf(job: string, name: string, of = fleet): FleetSeries[] {
  return target(job, of).families.flatMap((family) => family.series.filter((series) => series.name === name));
}

/** Sum of the present values of all series of a name whose labels contain `labels`. */
function total(job: string, name: string, time: number, labels: Readonly<Record<string, string>> = {}, of = fleet) {
  return seriesOf(job, name, of)
    .filter((series) => Object.entries(labels).every(([label, value]) => series.labels[label] === value))
    .reduce((sum, series) => sum + (series.valueAt(time) ?? 0), 0);
}

/** Increase a second over the five minutes before `time`. */
function rate(job: string, name: string, time: number, labels: Readonly<Record<string, string>> = {}) {
  const window = 5 * minute;
  return (total(job, name, time, labels) - total(job, name, time - window, labels)) / (window / 1000);
}

describe('the simulated GT-Vision', () => {
  it('has the jobs of the reference configuration, and MinIO', () => {
    const jobs = ['backend', 'streaming', 'ai', 'postgres', 'redis', 'rabbitmq', 'node', 'mediamtx', 'minio'];
    expect(createFleet({ only: ['gt-vision'] }).map(({ job }) => job)).toEqual(jobs);
  });

  it('gives no series twice', () => {
    for (const { families } of fleet) {
      const keys = families.flatMap(({ series }) => series.map(({ name, labels }) => `${name} ${labelsKey(labels)}`));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('is a pure function of time, in whatever order it is asked', () => {
    const again = createFleet();
    fc.assert(
      fc.property(anyTime, anyTime, (time, other) => {
        fleet.forEach((one, i) => {
          for (const [j, family] of one.families.entries()) {
            for (const [k, series] of family.series.entries()) {
              const value = series.valueAt(time);
              series.valueAt(other);
              expect(again[i]?.families[j]?.series[k]?.valueAt(time)).toBe(value);
            }
          }
        });
      }),
      { numRuns: 5 },
    );
  });

  it('is another system with another seed', () => {
    const other = createFleet({ seed: 'another' });
    expect(total('backend', 'http_requests_total', midnight, {}, other)).not.toBe(
      total('backend', 'http_requests_total', midnight),
    );
  });

  it('never exports what the document uses but its code does not export', () => {
    const names = fleet.flatMap(({ families }) => families.map(({ name }) => name));
    expect(names).not.toContain('gtvision_cameras_total');
    expect(names).not.toContain('gtvision_recording_errors_total');
  });
});

describe('counters', () => {
  const growing = fleet.flatMap(({ families }) =>
    families.filter(({ type }) => type === 'counter' || type === 'histogram').flatMap(({ series }) => series),
  );

  it('only grow, but for restarts, after which they count from nothing', () => {
    fc.assert(
      fc.property(anyTime, fc.integer({ min: 1, max: 60_000 }), (time, later) => {
        for (const series of growing) {
          const before = series.valueAt(time);
          const after = series.valueAt(time + later);
          if (before === null || after === null || after >= before) continue;
          // A minute after its start a counter holds at most what a minute brings, which no long-lived one does.
          expect(after, `${series.name} ${labelsKey(series.labels)}`).toBeLessThan(before / 10 + 60);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('restart at zero now and then', () => {
    const backend = target('backend');
    const start = seriesOf('backend', 'process_start_time_seconds')[0];
    const started = start?.valueAt(midnight);
    if (typeof started !== 'number') throw new Error('the backend has no start time');
    for (const { series, type } of backend.families) {
      if (type === 'counter') for (const one of series) expect(one.valueAt(started * 1000)).toBe(0);
    }
    expect(start?.valueAt(midnight + 48 * hour)).toBeGreaterThan(started);
  });

  it('vary in speed: no two minutes of requests are alike', () => {
    const minutes = Array.from({ length: 30 }, (_, i) => midnight + i * minute);
    const counts = minutes.map((time) => total('backend', 'http_requests_total', time));
    const perMinute = counts.slice(1).map((count, i) => count - (counts[i] ?? 0));
    expect(Math.max(...perMinute) / Math.min(...perMinute)).toBeGreaterThan(1.1);
    expect(Math.min(...perMinute)).toBeGreaterThan(0);
  });

  it('follow the day: more plates in the afternoon than at night', () => {
    const afternoon = rate('ai', 'gtvision_lpr_events_total', midnight + 18 * hour);
    expect(afternoon).toBeGreaterThan(1.5 * rate('ai', 'gtvision_lpr_events_total', midnight + 6 * hour));
  });
});

describe('histograms', () => {
  const duration = 'http_request_duration_seconds';
  const bounds = [0, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

  it.each(['backend', 'streaming', 'ai'])('of %s: buckets, sum and count agree at any time', (job) => {
    const counts = seriesOf(job, `${duration}_count`);
    expect(counts.length).toBeGreaterThan(3);
    fc.assert(
      fc.property(anyTime, (time) => {
        for (const { labels, valueAt } of counts) {
          const { method, endpoint } = labels;
          const buckets = seriesOf(job, `${duration}_bucket`)
            .filter((bucket) => bucket.labels.method === method && bucket.labels.endpoint === endpoint)
            .map((bucket) => bucket.valueAt(time) ?? Number.NaN);
          const own = buckets.map((value, i) => value - (buckets[i - 1] ?? 0));
          expect(Math.min(...own)).toBeGreaterThanOrEqual(0);
          expect(buckets.at(-1)).toBe(valueAt(time));
          const sum = total(job, `${duration}_sum`, time, labels);
          expect(sum).toBeGreaterThanOrEqual(own.reduce((least, count, i) => least + count * (bounds[i] ?? 0), 0));
          expect(sum).toBeLessThanOrEqual(own.reduce((most, count, i) => most + count * (bounds[i + 1] ?? 20), 0));
        }
      }),
      { numRuns: 20 },
    );
  });

  it('count the requests that the request counter counts, to the rounding', () => {
    for (const { labels, valueAt } of seriesOf('backend', `${duration}_count`)) {
      const requests = total('backend', 'http_requests_total', midnight, labels);
      expect(Math.abs(requests - (valueAt(midnight) ?? 0))).toBeLessThan(20);
    }
  });
});

describe('CPU seconds', () => {
  it('of all modes add up to the time that passed', () => {
    fc.assert(
      fc.property(anyTime, (time) => {
        const booted = total('node', 'node_boot_time_seconds', time);
        const passed = time / 1000 - booted;
        expect(total('node', 'node_cpu_seconds_total', time, { cpu: '2' })).toBeCloseTo(passed, 0);
      }),
    );
  });
});

describe('incidents', () => {
  /** The condition of each of the document's alerts, at epoch ms. */
  const conditions: Readonly<Record<string, (time: number) => boolean>> = {
    NoActiveStreams: (time) => total('streaming', 'gtvision_active_streams', time) === 0,
    HighErrorRate: (time) =>
      rate('backend', 'http_requests_total', time, { status: '500' }) / rate('backend', 'http_requests_total', time) >
      0.05,
    HighCameraOfflineRate: (time) => total('streaming', 'gtvision_cameras_offline', time) / 48 > 0.2,
    SlowResponseTime: (time) => {
      const all = rate('backend', 'http_request_duration_seconds_count', time);
      return rate('backend', 'http_request_duration_seconds_bucket', time, { le: '1.0' }) / all < 0.95;
    },
    ServiceDown: (time) => !target('rabbitmq').isUpAt(time),
    RecordingFailures: (time) =>
      rate('streaming', 'http_requests_total', time, { endpoint: '/recordings/start', status: '500' }) > 0.1,
    HighCPUUsage: (time) => rate('node', 'node_cpu_seconds_total', time, { mode: 'idle' }) / 4 < 0.2,
    HighMemoryUsage: (time) =>
      total('node', 'node_memory_MemAvailable_bytes', time) / total('node', 'node_memory_MemTotal_bytes', time) < 0.15,
    LowDiskSpace: (time) => {
      const recordings = { mountpoint: '/srv/recordings' };
      const size = total('node', 'node_filesystem_size_bytes', time, recordings);
      return total('node', 'node_filesystem_avail_bytes', time, recordings) / size < 0.15;
    },
  };
  // In the middle of each window of the script, and late enough for the rates over five minutes.
  const heights: readonly (readonly [alert: string, minuteOfCycle: number])[] = [
    ['NoActiveStreams', 30],
    ['HighErrorRate', 70],
    ['HighCameraOfflineRate', 112],
    ['SlowResponseTime', 150],
    ['ServiceDown', 184],
    ['RecordingFailures', 220],
    ['HighCPUUsage', 255],
    ['HighMemoryUsage', 290],
    ['LowDiskSpace', 330],
  ];
  // Every cycle of a week: what is usual differs by hour and day, and must not hide an incident.
  const cycles = Array.from({ length: 28 }, (_, i) => midnight + 6 * i * hour);

  it.each(heights)('%s holds at its minute %d of every six hours, and only then', (alert, minuteOfCycle) => {
    for (const start of cycles) {
      for (const [other, at] of heights) {
        const holds = conditions[alert]?.(start + at * minute);
        expect(holds, `${alert} in the incident of ${other}`).toBe(at === minuteOfCycle);
      }
    }
  });

  it('do not happen in a fleet without them', () => {
    const quiet = createFleet({ incidents: 'none' });
    for (const [, at] of heights) {
      const time = midnight + at * minute;
      expect(quiet.every(({ isUpAt }) => isUpAt(time))).toBe(true);
      expect(total('streaming', 'gtvision_active_streams', time, {}, quiet)).toBeGreaterThan(0);
      expect(total('streaming', 'gtvision_cameras_offline', time, {}, quiet)).toBeLessThan(8);
    }
  });

  it('switch a path of an offline camera to the other state, so that one of the two is absent', () => {
    const time = midnight + 112 * minute;
    const states = seriesOf('mediamtx', 'paths')
      .filter(({ labels, valueAt }) => labels.name === 'camera-30' && valueAt(time) !== null)
      .map(({ labels }) => labels.state);
    expect(states).toEqual(['notReady']);
    expect(total('mediamtx', 'paths', time)).toBe(48);
  });
});
