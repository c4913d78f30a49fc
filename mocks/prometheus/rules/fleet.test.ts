import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFleet } from '../../fleet/fleet.ts';
import { makeMatcher } from '../../promql/matchers.ts';
import { createStore } from '../store/store.ts';
import { createRules } from './rules.ts';
import { minute } from './testing.ts';

const folder = join(import.meta.dirname, '../../../packs/gt-vision/rules');
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.yml'))
  .map((name) => ({ path: name, content: readFileSync(join(folder, name), 'utf8') }));

/** The second of the four equal cycles of a day. */
const cycle = Date.UTC(2026, 10, 20, 6);

/** The incident behind each alert, in minutes of a cycle. */
const incidents = [
  ['NoActiveStreams', 15, 40],
  ['HighErrorRate', 60, 80],
  ['HighCameraOfflineRate', 100, 125],
  ['SlowResponseTime', 140, 160],
  ['ServiceDown', 180, 188],
  ['RecordingFailures', 210, 230],
  ['HighCPUUsage', 245, 265],
  ['HighMemoryUsage', 280, 300],
  ['LowDiskSpace', 310, 345],
] as const;

describe('the alerts of the simulated system', () => {
  const rules = createRules(files, createStore(createFleet()));

  /** Minutes of the cycle at which an alert is in a state. */
  function minutesOf(name: string, state: string): number[] {
    const matchers = [
      makeMatcher('__name__', '=', 'ALERTS'),
      makeMatcher('alertname', '=', name),
      makeMatcher('alertstate', '=', state),
    ];
    return [...rules.store.select(matchers, cycle, cycle + 360 * minute)].flatMap(({ times, stale }) =>
      Array.from(
        times.filter((_, i) => stale?.[i] !== 1),
        (time) => (time - cycle) / minute,
      ),
    );
  }

  it.each(incidents)('%s is pending, then firing, with its incident from minute %d to %d', (name, start, end) => {
    const pending = minutesOf(name, 'pending');
    const firing = minutesOf(name, 'firing');
    // What fills up does so over the minutes before, and is over its limit just before the incident is at its height.
    expect(Math.min(...pending)).toBeGreaterThan(start - 1);
    expect(Math.min(...firing)).toBeGreaterThan(Math.max(...pending));
    expect(Math.min(...firing)).toBeLessThan(end);
    expect(Math.max(...firing)).toBeGreaterThan(end - 2);
    expect(Math.max(...firing)).toBeLessThan(end + 7);
  });

  it('are in all three states, each as the series of that time say', () => {
    const seen = new Set<string>();
    for (const at of [5, 20, 30, 70, 75, 184, 300, 359]) {
      for (const rule of rules.groupsAt(cycle + at * minute).flatMap((group) => group.rules)) {
        if (rule.type !== 'alerting') throw new Error(`${rule.name} is no alert`);
        seen.add(rule.state);
        const now = (rule.lastEvaluation - cycle) / minute;
        const states = ['pending', 'firing'].filter((state) => minutesOf(rule.name, state).includes(now));
        expect(`${rule.name} ${rule.health} ${rule.state}`).toBe(`${rule.name} ok ${states[0] ?? 'inactive'}`);
        expect(JSON.stringify(rule.alerts)).not.toContain('<error');
      }
    }
    expect([...seen].sort()).toEqual(['firing', 'inactive', 'pending']);
  });
});
