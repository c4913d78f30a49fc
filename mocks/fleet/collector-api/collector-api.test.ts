import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRules } from '../../prometheus/rules/rules.ts';
import { createStore } from '../../prometheus/store/store.ts';
import { makeMatcher } from '../../promql/matchers.ts';
import { createFleet } from '../fleet.ts';
import type { IncidentMode } from '../incidents.ts';

const minute = 60_000;
const hour = 60 * minute;
const midnight = Date.UTC(2026, 0, 14);
const file = resolve(import.meta.dirname, '../../../packs/collector-api/rules/collector-api.yml');
const ruleFiles = [{ path: file, content: readFileSync(file, 'utf8') }];

/** The minutes of six hours, from epoch ms on, at which each alert fires. */
function firing(start: number, incidents: IncidentMode): Record<string, number[]> {
  const { store } = createRules(ruleFiles, createStore(createFleet({ only: ['collector-api'], incidents })));
  const matchers = [makeMatcher('__name__', '=', 'ALERTS'), makeMatcher('alertstate', '=', 'firing')];
  const found: Record<string, number[]> = {};
  for (const { labels, times, stale } of store.select(matchers, start, start + 6 * hour)) {
    const minutes = Array.from(times, (time) => (time - start) / minute).filter((_, i) => stale?.[i] !== 1);
    const name = labels.alertname ?? '';
    found[name] = [...(found[name] ?? []), ...minutes];
  }
  return found;
}

const isWithin = (minutes: readonly number[], ...windows: readonly (readonly [number, number])[]) =>
  minutes.every((at) => windows.some(([from, to]) => at >= from && at <= to));

describe('the alerts of the simulated Collector API', { timeout: 60_000 }, () => {
  it.each([0, 1, 2, 3])('fire in their incidents and at no other time, in quarter %d of the day', (quarter) => {
    const found = firing(midnight + quarter * 6 * hour, 'scripted');
    expect(Object.keys(found).sort()).toEqual(['CollectorPushStale', 'DatabaseUnavailable', 'HighDatabaseLatency']);
    // The latency swells before its incident is at its height; pushed figures are up to a minute old.
    expect(isWithin(found.DatabaseUnavailable ?? [], [27, 45])).toBe(true);
    expect(isWithin(found.HighDatabaseLatency ?? [], [77, 100])).toBe(true);
    expect(isWithin(found.CollectorPushStale ?? [], [132, 158], [187, 206])).toBe(true);
    expect(Math.max(...(found.CollectorPushStale ?? []))).toBeGreaterThan(187);
    expect(Math.min(...(found.CollectorPushStale ?? []))).toBeLessThan(158);
  });

  it('are silent in a fleet without incidents', () => {
    expect(firing(midnight, 'none')).toEqual({});
  });
});

describe('a collector that falls silent', () => {
  it('leaves its last figures standing, and the time of its last push', () => {
    const [target] = createFleet({ only: ['collector-api'] });
    const series = (target?.families ?? []).flatMap((family) => family.series);
    const during = [midnight + 140 * minute, midnight + 150 * minute] as const;
    const still = series.filter(
      ({ name, valueAt }) => name === 'push_time_seconds' && valueAt(during[0]) === valueAt(during[1]),
    );
    expect(still).toHaveLength(1);
    const up = series.filter(({ name }) => name === 'collector_api_up');
    expect(up.map(({ valueAt }) => valueAt(during[1]))).toEqual([1, 1]);
  });
});
