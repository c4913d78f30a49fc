import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRules } from '../../prometheus/rules/rules.ts';
import { createStore } from '../../prometheus/store/store.ts';
import { makeMatcher } from '../../promql/matchers.ts';
import { hour, minute } from '../context.ts';
import { createFleet } from '../fleet.ts';
import type { IncidentMode } from '../incidents.ts';
import type { FleetTarget } from '../types.ts';
import { type CollectorGroup, collectorGroups } from './groups.ts';

const rulesFile = join(import.meta.dirname, '../../../packs/collector-api/rules/collector-api.yml');
const midnight = Date.UTC(2026, 10, 20);
const anyTime = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) });

function pushgateway(incidents: IncidentMode = 'scripted'): FleetTarget {
  const [target, ...more] = createFleet({ only: ['collector-api'], incidents });
  if (target === undefined || more.length > 0) throw new Error('one target is expected');
  return target;
}

function groupAt(instance: string): CollectorGroup {
  const group = collectorGroups().find((one) => one.instance === instance);
  if (group === undefined) throw new Error(`no group ${instance}`);
  return group;
}

/** What the Pushgateway shows of a group under a name, added up; null: nothing. */
function held(name: string, instance: string, time: number): number | null {
  const series = pushgateway().families.flatMap((family) => family.series);
  const values = series
    .filter((one) => one.name === name && one.labels.instance === instance)
    .flatMap(({ valueAt }) => valueAt(time) ?? []);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);
}

describe('the simulated Pushgateway', () => {
  it('keeps the labels job and instance of what was pushed', () => {
    const { job, honorLabels, families } = pushgateway();
    expect([job, honorLabels]).toEqual(['pushgateway', true]);
    const up = families.find(({ name }) => name === 'collector_api_up');
    expect(up?.series.map(({ labels }) => labels)).toEqual([
      { job: 'collector_api', instance: '0.0.0.0:5000' },
      { job: 'collector_api', instance: '10.20.0.15:5000' },
    ]);
  });

  it('shows each family once, whoever has it', () => {
    const names = pushgateway().families.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('shows what the registry held at the last push, whenever it is asked', () => {
    const groups = collectorGroups();
    const shown = pushgateway().families.flatMap(({ series }) => series);
    fc.assert(
      fc.property(anyTime, (time) => {
        for (const group of groups) {
          const push = held('push_time_seconds', group.instance, time);
          if (push === null) continue;
          expect(push * 1000).toBe(group.lastPush(time));
          for (const name of ['api_requests_total', 'network_latency_rtt_seconds_bucket', 'database_available']) {
            const own = group.families.flatMap(({ series }) => series).filter((one) => one.name === name);
            const theirs = shown.filter((one) => one.name === name && one.labels.instance === group.instance);
            expect(theirs.map(({ valueAt }) => valueAt(time))).toEqual(own.map(({ valueAt }) => valueAt(push * 1000)));
          }
        }
      }),
      { numRuns: 10 },
    );
  });

  it('loses its groups with a restart, until they are pushed again', () => {
    const restarted = midnight + 310.7 * minute;
    expect(pushgateway().isUpAt(restarted - 1000)).toBe(false);
    expect(pushgateway().isUpAt(restarted)).toBe(true);
    expect(held('collector_api_up', '0.0.0.0:5000', restarted)).toBe(null);
    expect(held('collector_api_up', '0.0.0.0:5000', restarted + minute)).toBe(1);
  });
});

describe('the simulated collectors', () => {
  it('push once a minute, or as often as they are told to', () => {
    for (const interval of [minute, 15_000]) {
      for (const group of collectorGroups('', 'none', { interval, job: 'other' })) {
        expect(group.job).toBe('other');
        const due = group.dueAt(midnight);
        expect(due).toBeGreaterThan(midnight - interval);
        expect([group.dueAt(due), group.dueAt(due - 1), group.lastPush(midnight)]).toEqual([due, due - interval, due]);
      }
    }
  });

  it('say that they are active while they are silent: only the push time tells', () => {
    const time = midnight + 150 * minute;
    expect(held('collector_api_up', '0.0.0.0:5000', time)).toBe(1);
    expect(groupAt('0.0.0.0:5000').outcomeAt(time)).toBe('unsent');
    expect(time - groupAt('0.0.0.0:5000').lastPush(time)).toBeGreaterThan(19 * minute);
    expect(held('api_requests_total', '0.0.0.0:5000', time)).toBe(
      held('api_requests_total', '0.0.0.0:5000', time - 10 * minute),
    );
  });

  it('have pushes refused, which the Pushgateway notes', () => {
    const group = groupAt('10.20.0.15:5000');
    const time = midnight + 200 * minute;
    expect(group.outcomeAt(time)).toBe('refused');
    expect(group.lastRefusal(time)).toBe(group.dueAt(time));
    const failure = held('push_failure_time_seconds', group.instance, time) ?? 0;
    expect(failure).toBeGreaterThan(held('push_time_seconds', group.instance, time) ?? Number.POSITIVE_INFINITY);
    expect(held('push_failure_time_seconds', '0.0.0.0:5000', time)).toBe(0);
  });

  it('time no query of a database that is away', () => {
    const [before, during] = [24, 40].map((at) => midnight + at * minute);
    const latency = (time = 0) =>
      groupAt('0.0.0.0:5000')
        .families.find(({ name }) => name === 'database_query_latency_seconds')
        ?.series.map(({ valueAt }) => valueAt(time));
    const [postgresql, mysql] = latency(during) ?? [];
    expect(latency((during ?? 0) - 10 * minute)?.[1]).toBe(mysql);
    expect(latency(before)?.[0]).not.toBe(postgresql);
  });
});

describe('the alerts of Collector API', () => {
  const file = { path: 'collector-api/rules/collector-api.yml', content: readFileSync(rulesFile, 'utf8') };

  /** First and last minute of six hours, from epoch ms on, at which each alert fires. */
  function firing(start: number, incidents?: IncidentMode): Record<string, [first: number, last: number]> {
    const { store } = createRules([file], createStore([pushgateway(incidents)]));
    const matchers = [makeMatcher('__name__', '=', 'ALERTS'), makeMatcher('alertstate', '=', 'firing')];
    const found: Record<string, [number, number]> = {};
    for (const { labels, times, stale } of store.select(matchers, start, start + 6 * hour)) {
      const live = Array.from(times).filter((_, i) => stale?.[i] !== 1);
      const minutes = live.map((time) => (time - start) / minute);
      const name = [labels.alertname, labels.db_type, labels.instance].filter(Boolean).join(' ');
      if (minutes.length > 0) found[name] = [Math.min(...minutes), Math.max(...minutes)];
    }
    return found;
  }

  const expected: Readonly<Record<string, readonly [from: number, to: number]>> = {
    'DatabaseUnavailable mysql 0.0.0.0:5000': [25, 42],
    'HighDatabaseLatency mongodb 10.20.0.15:5000': [75, 97],
    'CollectorPushStale 0.0.0.0:5000': [130, 155],
    'CollectorPushStale 10.20.0.15:5000': [185, 203],
  };

  it.each([0, 1, 2, 3])('fire in their incidents of cycle %d of the day, and only then', (cycle) => {
    const found = firing(midnight + cycle * 6 * hour);
    expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort());
    for (const [name, [from, to]] of Object.entries(expected)) {
      const [first = 0, last = 0] = found[name] ?? [];
      expect(first, name).toBeGreaterThan(from);
      expect(first, name).toBeLessThan(from + 10);
      expect(last, name).toBeGreaterThan(to - 2);
      expect(last, name).toBeLessThan(to + 5);
    }
  });

  it('never fire in a fleet without incidents', () => {
    expect(firing(midnight, 'none')).toEqual({});
  });
});
