import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRules } from '../../prometheus/rules/rules.ts';
import { createStore } from '../../prometheus/store/store.ts';
import { makeMatcher } from '../../promql/matchers.ts';
import { hour, minute } from '../context.ts';
import { createFleet } from '../fleet.ts';
import type { IncidentMode } from '../incidents.ts';

// A Wednesday, 00:00 UTC: 21:00 of Tuesday in São Paulo.
const midnight = Date.UTC(2026, 10, 18);
const rules = join(import.meta.dirname, '../../../packs/tsijukebox/rules');
const ruleFiles = ['tsijukebox', 'postgresql'].map((name) => {
  return { path: `tsijukebox/rules/${name}.yml`, content: readFileSync(join(rules, `${name}.yml`), 'utf8') };
});
const fleet = createFleet({ only: ['tsijukebox'] });

/** Songs of a source that are counted between two times, epoch ms, between which nothing was restarted. */
function songs(source: string, from: number, to: number): number {
  const all = fleet.flatMap(({ families }) => families.flatMap(({ series }) => series));
  const one = all.find(({ name, labels }) => name === 'tsijukebox_songs_played_total' && labels.source === source);
  if (one === undefined) throw new Error(`no source ${source}`);
  return (one.valueAt(to) ?? 0) - (one.valueAt(from) ?? 0);
}

/** The minutes of six hours, from epoch ms on, between which each alert fires: first and last. */
function firing(start: number, incidents?: IncidentMode): Record<string, readonly [number, number]> {
  const { store } = createRules(
    ruleFiles,
    createStore(createFleet({ only: ['tsijukebox'], ...(incidents && { incidents }) })),
  );
  const matchers = [makeMatcher('__name__', '=', 'ALERTS'), makeMatcher('alertstate', '=', 'firing')];
  const spans: Record<string, readonly [number, number]> = {};
  for (const { labels, times, stale } of store.select(matchers, start, start + 6 * hour)) {
    const minutes = Array.from(times, (time) => (time - start) / minute).filter((_, i) => stale?.[i] !== 1);
    spans[labels.alertname ?? ''] = [Math.min(...minutes), Math.max(...minutes)];
  }
  return spans;
}

describe('the simulated TSiJUKEBOX', () => {
  it('has the jobs of its pack', () => {
    expect(fleet.map(({ job }) => job)).toEqual(['tsijukebox', 'tsijukebox-postgres', 'tsijukebox-node']);
  });

  it('plays more in the evening than at dawn, and most on Saturdays', () => {
    // 21:00 and 09:00 in São Paulo, each with the half hour before it.
    const evening = songs('Spotify', midnight - hour / 2, midnight + hour);
    expect(evening).toBeGreaterThan(1.5 * songs('Spotify', midnight + 11.5 * hour, midnight + 13 * hour));
    const saturday = midnight + 4 * 24 * hour;
    expect(songs('Spotify', saturday - hour / 2, saturday + hour)).toBeGreaterThan(evening);
  });

  it('plays nothing from YouTube while that is silent, and the others go on', () => {
    const [from, to] = [midnight + 286 * minute, midnight + 345 * minute];
    expect(songs('YouTube', from, to)).toBe(0);
    expect(songs('Spotify', from, to)).toBeGreaterThan(5);
    expect(songs('YouTube', midnight + 225 * minute, midnight + 284 * minute)).toBeGreaterThan(2);
  });
});

describe('the alerts of the simulated TSiJUKEBOX', () => {
  // Every cycle of two days: what is usual differs by hour and day, and must not hide an incident.
  const cycles = Array.from({ length: 8 }, (_, i) => midnight + (i < 4 ? i : i + 8) * 6 * hour);

  it.each(cycles)('fire in their incidents and at no other time, from %d on', (start) => {
    const spans = firing(start);
    const windows = {
      ApplicationDown: [96, 103],
      HighCpuUsage: [155, 173],
      HighPostgresConnections: [230, 251],
    };
    expect(Object.keys(spans).sort()).toEqual(Object.keys(windows));
    for (const [name, [earliest = 0, latest = 0]] of Object.entries(windows)) {
      const [first, last] = spans[name] ?? [0, 0];
      expect(first, name).toBeGreaterThanOrEqual(earliest);
      expect(first, name).toBeLessThan(earliest + 2);
      expect(last, name).toBeLessThanOrEqual(latest);
      expect(last, name).toBeGreaterThan(latest - 3);
    }
  });

  it('are silent in a fleet without incidents', () => {
    expect(firing(midnight, 'none')).toEqual({});
  });
});
