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

const rulesFile = join(import.meta.dirname, '../../../packs/mordomo/rules/mordomo.yml');
const midnight = Date.UTC(2026, 10, 20);

function mordomo(incidents: IncidentMode = 'scripted'): FleetTarget[] {
  return createFleet({ only: ['mordomo'], incidents });
}

const fleet = mordomo();

/** Sum of all series of a name, at epoch ms. */
function total(name: string, time: number): number {
  const series = fleet.flatMap(({ families }) => families.flatMap((family) => family.series));
  return series.filter((one) => one.name === name).reduce((sum, { valueAt }) => sum + (valueAt(time) ?? 0), 0);
}

describe('the simulated Mordomo', () => {
  it('has about twenty targets, in the order of the reference configuration', () => {
    expect(fleet).toHaveLength(20);
    expect([...new Set(fleet.map(({ job }) => job))]).toEqual([
      'prometheus',
      'nats',
      'consul',
      'qdrant',
      'mordomo-postgres',
      'mordomo-services',
      'mordomo-node',
      'loki',
      'grafana',
    ]);
  });

  it('gives what Consul discovery found the labels of the relabelling, and nothing else', () => {
    for (const { job, instance, labels } of fleet) {
      const service = instance.split(':')[0];
      const tags = expect.stringMatching(/^,mordomo,\w+,$/);
      expect(labels).toEqual(job === 'mordomo-services' ? { service, node: 'mordomo-01', tags } : undefined);
    }
  });

  it('never counts more in a step of the pipeline than in the one before', () => {
    const steps = [
      ['speaker_verification_success_total', 'speaker_verification_attempts_total'],
      ['conversations_success_total', 'conversations_total'],
      ['conversation_latency_seconds_count', 'conversations_total'],
    ] as const;
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) }), (time) => {
        for (const [part, whole] of steps) expect(total(part, time)).toBeLessThanOrEqual(total(whole, time));
      }),
    );
  });
});

describe('the alerts of the simulated Mordomo', () => {
  const file = { path: 'mordomo/rules/mordomo.yml', content: readFileSync(rulesFile, 'utf8') };

  /** Minutes of six hours, from epoch ms on, at which each alert fires. */
  function firing(start: number, incidents?: IncidentMode): Map<string, number[]> {
    const { store } = createRules([file], createStore(mordomo(incidents)));
    const matchers = [makeMatcher('__name__', '=', 'ALERTS'), makeMatcher('alertstate', '=', 'firing')];
    const minutes = new Map<string, number[]>();
    for (const { labels, times, stale } of store.select(matchers, start, start + 6 * hour)) {
      const name = `${labels.alertname} ${labels.service ?? labels.server_id ?? labels.instance ?? ''}`.trim();
      const live = Array.from(times).filter((_, i) => stale?.[i] !== 1);
      minutes.set(name, [...(minutes.get(name) ?? []), ...live.map((time) => (time - start) / minute)]);
    }
    return minutes;
  }

  /** What fires, not before and not after which minute of each six hours. */
  const script: Readonly<Record<string, readonly [from: number, to: number]>> = {
    'ContainerDown tts-engine': [21, 31],
    'HighCPU mordomo-brain': [60, 80],
    'HighMemory speaker-verification': [95, 128],
    'JetStreamStorageFull nats-2': [145, 168],
    WhisperHighLatency: [190, 217],
    'PostgreSQLHighConnections postgres-exporter:9187': [233, 252],
    'DiskSpaceLow node-exporter:9100': [280, 308],
  };

  it.each([0, 1, 2, 3])('fire each with its incident and at no other time, in quarter %d of the day', (quarter) => {
    const minutes = firing(midnight + quarter * 6 * hour);
    expect([...minutes.keys()].sort()).toEqual(Object.keys(script).sort());
    for (const [name, [from, to]] of Object.entries(script)) {
      const fired = minutes.get(name) ?? [];
      expect(Math.min(...fired), name).toBeGreaterThan(from);
      expect(Math.max(...fired), name).toBeLessThan(to);
    }
  });

  it('do not fire in a Mordomo without incidents', () => {
    expect(firing(midnight + 12 * hour, 'none').size).toBe(0);
  });
});
