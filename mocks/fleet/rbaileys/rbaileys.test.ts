import { describe, expect, it } from 'vitest';
import { mebibyte, minute } from '../context.ts';
import type { IncidentMode } from '../incidents.ts';
import { flushModes } from './load.ts';
import { type RBaileysOptions, rbaileysTargets } from './targets.ts';

const midnight = Date.UTC(2025, 5, 11);
const cycles = Array.from({ length: 4 }, (_, i) => midnight + i * 6 * 60 * minute);

function system(mode: IncidentMode = 'scripted', options?: RBaileysOptions) {
  const [target] = rbaileysTargets('rbaileys', mode, options);
  if (target === undefined) throw new Error('no target');
  const families = target.families;
  const series = (name: string, labels: Readonly<Record<string, string>> = {}) =>
    families
      .flatMap((family) => family.series.filter((one) => one.name === `baileys_${name}`))
      .filter((one) => Object.entries(labels).every(([label, value]) => one.labels[label] === value));
  const values = (name: string, time: number, labels: Readonly<Record<string, string>> = {}) =>
    series(name, labels).flatMap(({ valueAt }) => valueAt(time) ?? []);
  const total = (name: string, time: number, labels: Readonly<Record<string, string>> = {}) =>
    values(name, time, labels).reduce((sum, value) => sum + value, 0);
  const rate = (name: string, time: number, labels: Readonly<Record<string, string>> = {}) =>
    (total(name, time, labels) - total(name, time - 5 * minute, labels)) / 300;
  return { target, families, series, values, total, rate };
}

const usual = system();

describe('the exporter', () => {
  it('has every metric of the document with its type and labels', () => {
    const described = usual.families
      .filter(({ name }) => !/_(nodejs|process)_/.test(name))
      .map(({ name, type, series }) => {
        const labels = Object.keys(series[0]?.labels ?? {}).filter((label) => label !== 'le');
        return `${name} ${type} ${labels.join(',')}`.trim();
      });
    expect(described).toEqual([
      'baileys_buffer_flush_total counter mode,forced',
      'baileys_buffer_flush_duration_seconds histogram mode',
      'baileys_buffer_items_flushed_total counter mode',
      'baileys_buffer_overflow_total counter',
      'baileys_buffer_cache_size gauge',
      'baileys_buffer_cache_cleanup_total counter',
      'baileys_adaptive_timeout_seconds gauge mode',
      'baileys_adaptive_event_rate gauge',
      'baileys_adaptive_buffer_size_avg gauge',
      'baileys_adaptive_circuit_breaker_trips_total counter',
      'baileys_adaptive_health_status gauge',
      'baileys_connection_state gauge connection_id,jid',
      'baileys_connection_errors_total counter error_type',
      'baileys_reconnection_attempts_total counter connection_id',
      'baileys_websocket_listeners_total gauge connection_id',
      'baileys_active_connections gauge',
      'baileys_messages_received_total counter message_type',
      'baileys_messages_sent_total counter message_type,success',
      'baileys_messages_retry_total counter retry_reason',
      'baileys_messages_processing_duration_seconds histogram message_type',
      'baileys_cache_size gauge cache_name',
      'baileys_cache_evictions_total counter cache_name',
      'baileys_cache_hit_rate gauge cache_name',
      'baileys_memory_usage_bytes gauge type',
      'baileys_uptime_seconds gauge',
    ]);
  });

  it.each([
    ['buffer_flush_duration_seconds', '0.001 0.005 0.01 0.05 0.1 0.5 1 2 5 +Inf'],
    ['messages_processing_duration_seconds', '0.001 0.005 0.01 0.05 0.1 0.5 1 +Inf'],
  ])('has the buckets of the document in %s', (name, bounds) => {
    const found = new Set(usual.series(`${name}_bucket`).map(({ labels }) => labels.le));
    expect([...found].join(' ')).toBe(bounds);
  });

  it('obeys its settings', () => {
    const { families } = system('scripted', {
      prefix: 'zpro_baileys_',
      labels: { datacenter: 'x' },
      collectDefault: false,
    });
    expect(families.every(({ name }) => name.startsWith('zpro_baileys_'))).toBe(true);
    expect(families.some(({ name }) => name.includes('nodejs'))).toBe(false);
    expect(families.flatMap(({ series }) => series).every(({ labels }) => labels.datacenter === 'x')).toBe(true);
  });

  it('has the same values under another prefix', () => {
    const other = system('scripted', { prefix: 'zpro_baileys_' });
    const all = (of: typeof usual) => of.families.flatMap(({ series }) => series.map((one) => one.valueAt(midnight)));
    expect(all(other)).toEqual(all(usual));
  });
});

describe('what it tells agrees', () => {
  const times = cycles.flatMap((start) => Array.from({ length: 72 }, (_, i) => start + (5 * i + 1.3) * minute));

  it('flushes only in the mode that the event rate asks for', () => {
    for (const time of times) {
      const [eventRate = 0] = usual.values('adaptive_event_rate', time);
      const [healthy] = usual.values('adaptive_health_status', time);
      const flushing = flushModes.filter(
        (mode) =>
          usual.total('buffer_flush_total', time, { mode }) <
          usual.total('buffer_flush_total', time + minute, { mode }),
      );
      expect(flushing).toContain(
        healthy === 0 ? 'disabled' : eventRate < 25 ? 'aggressive' : eventRate > 60 ? 'conservative' : 'balanced',
      );
    }
  });

  it('counts as many flushes as it times', () => {
    for (const time of times) {
      const count = usual.total('buffer_flush_duration_seconds_count', time);
      expect(Math.abs(count - usual.total('buffer_flush_total', time))).toBeLessThan(40);
    }
  });

  it('keeps the history cache between what is left of a cleaning and what starts one', () => {
    const sizes = times.map((time) => usual.total('buffer_cache_size', time));
    expect(Math.max(...sizes)).toBeLessThan(8000);
    expect(Math.max(...sizes)).toBeGreaterThan(7000);
  });

  it('calls active what is connected', () => {
    for (const time of times) {
      const states = usual.values('connection_state', time);
      expect(states.filter((state) => state === 2)).toHaveLength(usual.total('active_connections', time));
    }
  });

  it('keeps the timeout of a mode that is over, until the process is started anew', () => {
    const timeouts = (minutes: number) => usual.values('adaptive_timeout_seconds', midnight + minutes * minute);
    expect(timeouts(299)).toHaveLength(4);
    expect(timeouts(303)).toHaveLength(1);
  });
});

describe('incidents', () => {
  const slope = (time: number) => {
    const used = (at: number) => usual.total('memory_usage_bytes', at, { type: 'heapUsed' });
    return (used(time) - used(time - 10 * minute)) / 600;
  };
  const conditions: Readonly<Record<string, (time: number) => boolean>> = {
    BufferOverflow: (time) => usual.rate('buffer_overflow_total', time) > 0,
    CircuitBreakerTripped: (time) => usual.rate('adaptive_circuit_breaker_trips_total', time) > 0,
    SlowFlush: (time) => {
      const all = usual.rate('buffer_flush_duration_seconds_count', time);
      return usual.rate('buffer_flush_duration_seconds_bucket', time, { le: '2' }) / all < 0.95;
    },
    HighReconnectionRate: (time) =>
      usual
        .series('reconnection_attempts_total')
        .some(({ labels }) => usual.rate('reconnection_attempts_total', time, { ...labels }) > 0.1),
    ListenerLeak: (time) => Math.max(...usual.values('websocket_listeners_total', time)) > 30,
    MemoryLeak: (time) => slope(time) > mebibyte,
  };
  /** From when to when each holds, minutes of a cycle; what looks back over five or ten minutes holds longer. */
  const spans: readonly (readonly [alert: string, from: number, to: number])[] = [
    ['BufferOverflow', 23, 34],
    ['CircuitBreakerTripped', 61, 84],
    ['SlowFlush', 64, 83],
    ['HighReconnectionRate', 144, 161],
    ['ListenerLeak', 203, 221],
    ['MemoryLeak', 261, 299],
  ];

  it.each(spans)(
    '%s holds from minute %d to %d of every six hours, and not long before or after',
    (alert, from, to) => {
      for (const start of cycles) {
        const holds = (minutes: number) => conditions[alert]?.(start + minutes * minute);
        for (let at = 6; at < 360; at++) {
          if (at >= from && at <= to) expect(holds(at), `${alert} at minute ${at}`).toBe(true);
          if ((at < from - 13 || at > to + 7) && at !== 301) expect(holds(at), `${alert} at minute ${at}`).toBe(false);
        }
      }
    },
  );

  it('do not happen in a system without them', () => {
    const quiet = system('none');
    for (const start of cycles) {
      for (const [, from] of spans) {
        const time = start + (from + 5) * minute;
        expect(quiet.target.isUpAt(time)).toBe(true);
        expect(quiet.rate('buffer_overflow_total', time)).toBe(0);
        expect(quiet.total('adaptive_health_status', time)).toBe(1);
        expect(Math.max(...quiet.values('websocket_listeners_total', time))).toBeLessThan(30);
      }
    }
  });

  it('leaks memory until the process is gone for a while and comes back small', () => {
    const heap = (minutes: number) =>
      usual.total('memory_usage_bytes', midnight + minutes * minute, { type: 'heapUsed' });
    expect(heap(299)).toBeGreaterThan(heap(249) + 3500 * mebibyte);
    expect(heap(302)).toBeLessThan(heap(249));
    const isUp = (minutes: number) => usual.target.isUpAt(midnight + minutes * minute);
    expect([299.9, 300.3, 301].map(isUp)).toEqual([true, false, true]);
  });
});
