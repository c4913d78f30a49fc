import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { packSchema } from '../../../src/model/pack.ts';
import { createRules } from '../../prometheus/rules/rules.ts';
import { createStore } from '../../prometheus/store/store.ts';
import { evaluateInstant } from '../../promql/evaluate.ts';
import { makeMatcher } from '../../promql/matchers.ts';
import { ScriptStorage } from '../../promql/promqltest/storage.ts';
import { hour, minute } from '../context.ts';
import type { IncidentMode } from '../incidents.ts';
import { type RBaileysOptions, rbaileysTargets } from './targets.ts';

const folder = join(import.meta.dirname, '../../../packs/rbaileys');
const midnight = Date.UTC(2026, 10, 20);
const files = ['critical', 'recommended'].map((name) => {
  const path = `rules/${name}.yml`;
  return { path: `rbaileys/${path}`, content: readFileSync(join(folder, path), 'utf8') };
});

/** Minutes of six hours, from epoch ms on, at which each alert fires, by its rule set and name. */
function firing(start: number, mode: IncidentMode, options?: RBaileysOptions): Map<string, number[]> {
  const { store } = createRules(files, createStore(rbaileysTargets('rbaileys', mode, options)));
  const matchers = [makeMatcher('__name__', '=', 'ALERTS'), makeMatcher('alertstate', '=', 'firing')];
  const minutes = new Map<string, number[]>();
  for (const { labels, times, stale } of store.select(matchers, start, start + 6 * hour)) {
    const name = `${labels.ruleset} ${labels.alertname}`;
    const live = Array.from(times).filter((_, i) => stale?.[i] !== 1);
    minutes.set(name, [...(minutes.get(name) ?? []), ...live.map((time) => (time - start) / minute)]);
  }
  return minutes;
}

/** What fires, from about which minute of each six hours to about which. */
const script: Readonly<Record<string, readonly [from: number, to: number]>> = {
  'critical BufferOverflow': [21, 41],
  'recommended BufferOverflowDetected': [21, 41],
  'critical CircuitBreakerTripped': [61, 87],
  'recommended AdaptiveCircuitBreakerTripped': [61, 87],
  'critical SlowFlush': [65, 90],
  'critical HighReconnectionRate': [147, 167],
  'recommended HighReconnectionRate': [147, 167],
  'recommended WebSocketListenerLeak': [200, 223],
  'critical ListenerLeak': [201, 223],
  'critical MemoryLeak': [287, 301],
  'recommended MemoryLeakDetected': [287, 301],
};

describe('the alerts of the simulated RBaileys', () => {
  it.each([
    [0, 'baileys_'],
    [1, 'zpro_baileys_'],
    [2, 'baileys_'],
    [3, 'zpro_baileys_'],
  ])(
    'fire each with its incident and at no other time, in quarter %d of the day, with prefix %s',
    (quarter, prefix) => {
      const minutes = firing(midnight + quarter * 6 * hour, 'scripted', { prefix });
      expect([...minutes.keys()].sort()).toEqual(Object.keys(script).sort());
      for (const [name, [from, to]] of Object.entries(script)) {
        const fired = minutes.get(name) ?? [];
        expect(Math.min(...fired), name).toBeGreaterThanOrEqual(from);
        expect(Math.min(...fired), name).toBeLessThan(from + 6);
        expect(Math.max(...fired), name).toBeLessThanOrEqual(to);
        expect(Math.max(...fired), name).toBeGreaterThan(to - 6);
      }
    },
  );

  it('do not fire in a system without incidents', () => {
    expect(firing(midnight + 12 * hour, 'none').size).toBe(0);
  });
});

describe('the key figures', () => {
  const { figures } = v.parse(packSchema, parse(readFileSync(join(folder, 'pack.yaml'), 'utf8')));

  /** What a figure says ten minutes into these series, of a sample each 15 s; null where it says nothing. */
  function figure(title: string, ...series: readonly string[]): number | null {
    const { expr } = figures.find((one) => one.title.en === title) ?? { expr: '' };
    const storage = new ScriptStorage();
    storage.load({ type: 'load', interval: 15_000, native: false, series });
    const result = evaluateInstant(expr, 10 * minute, storage);
    return result.type === 'vector' ? (result.series[0]?.values[0] ?? null) : null;
  }

  it.each(['baileys_', 'zpro_baileys_'])('say that all fails where nothing was sent well yet (%s)', (prefix) => {
    const sent = `${prefix}messages_sent_total{instance="a", message_type="text"`;
    expect(figure('Sent successfully', `${sent}, success="false"} 0+1x40`)).toBe(0);
    expect(figure('Sent successfully', `${sent}, success="false"} 0+1x40`, `${sent}, success="true"} 0+3x40`)).toBe(75);
    expect(figure('Sent successfully', `${sent}, success="false"} 5x40`)).toBeNull();
  });

  it.each(['baileys_', 'zpro_baileys_'])('count a connection once, however many numbers it had (%s)', (prefix) => {
    const state = `${prefix}connection_state{instance="a"`;
    const paired = [`${state}, connection_id="a", jid="1"} 0x40`, `${state}, connection_id="a", jid="2"} 2x40`];
    expect(figure('Connections up', ...paired)).toBe(100);
    expect(figure('Connections up', ...paired, `${state}, connection_id="b", jid="3"} 1x40`)).toBe(50);
    expect(figure('Connections up', `${state}, connection_id="b", jid="3"} 0x40`)).toBe(0);
  });
});

describe('the dashboards', () => {
  const boards = readdirSync(folder).filter((name) => name.endsWith('.yaml') && name !== 'pack.yaml');
  const text = boards.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  const names = rbaileysTargets('rbaileys', 'scripted', { prefix: '' }).flatMap(({ families }) =>
    families.map(({ name, type }) => (type === 'histogram' ? `${name}_bucket` : name)),
  );

  it.each(names)('show %s', (name) => {
    expect(text).toMatch(new RegExp(`\\$\\{prefix\\}${name}\\b`));
  });

  it('name no metric without the prefix', () => {
    expect(text).not.toMatch(/\bbaileys_/);
  });
});
