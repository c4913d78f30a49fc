import { expect, it } from 'vitest';
import { gibibyte, mebibyte, minute } from '../context.ts';
import { exposition } from '../exposition.ts';
import { createFamilies } from '../families.ts';
import type { FleetTarget } from '../types.ts';
import { nodejsFamilies, nodejsMemory } from './nodejs.ts';

const noon = Date.UTC(2026, 0, 15, 12);
const start = noon - 3 * 60 * minute;
const lifetime = () => start;
const strain = { period: 6 * 60 * minute, offset: 0, length: 10 * minute };
const memory = nodejsMemory('a', lifetime, 200 * mebibyte);
const options = { cpu: 0.4, memory, sockets: () => 30, strain };
const families = nodejsFamilies('a', createFamilies('a', lifetime), lifetime, {
  ...options,
  prefix: 'app_',
  labels: { service: 'x' },
});

function text(time: number): string {
  const target: FleetTarget = { job: 'a', instance: 'a:1', metricsPath: '/metrics', families, isUpAt: () => true };
  return exposition(target, time);
}

function value(name: string, time: number, label = ''): number {
  const line = text(time)
    .split('\n')
    .find((one) => one.startsWith(`${name}{`) && one.includes(label));
  return Number(line?.split(' ').at(-1));
}

it('writes what prom-client writes, with its prefix and constant labels', () => {
  const types = families.map(({ name, type }) => `${name} ${type}`);
  expect(types).toMatchInlineSnapshot(`
    [
      "app_process_cpu_user_seconds_total counter",
      "app_process_cpu_system_seconds_total counter",
      "app_process_cpu_seconds_total counter",
      "app_process_start_time_seconds gauge",
      "app_process_resident_memory_bytes gauge",
      "app_process_virtual_memory_bytes gauge",
      "app_process_heap_bytes gauge",
      "app_process_open_fds gauge",
      "app_process_max_fds gauge",
      "app_nodejs_eventloop_lag_seconds gauge",
      "app_nodejs_eventloop_lag_min_seconds gauge",
      "app_nodejs_eventloop_lag_max_seconds gauge",
      "app_nodejs_eventloop_lag_mean_seconds gauge",
      "app_nodejs_eventloop_lag_stddev_seconds gauge",
      "app_nodejs_eventloop_lag_p50_seconds gauge",
      "app_nodejs_eventloop_lag_p90_seconds gauge",
      "app_nodejs_eventloop_lag_p99_seconds gauge",
      "app_nodejs_active_resources gauge",
      "app_nodejs_active_resources_total gauge",
      "app_nodejs_active_handles gauge",
      "app_nodejs_active_handles_total gauge",
      "app_nodejs_active_requests gauge",
      "app_nodejs_active_requests_total gauge",
      "app_nodejs_heap_size_total_bytes gauge",
      "app_nodejs_heap_size_used_bytes gauge",
      "app_nodejs_external_memory_bytes gauge",
      "app_nodejs_heap_space_size_total_bytes gauge",
      "app_nodejs_heap_space_size_used_bytes gauge",
      "app_nodejs_heap_space_size_available_bytes gauge",
      "app_nodejs_version_info gauge",
      "app_nodejs_gc_duration_seconds histogram",
    ]
  `);
  expect(text(noon)).toContain('app_nodejs_gc_duration_seconds_bucket{service="x",kind="minor",le="1"} ');
  expect(text(noon)).toContain(
    'app_nodejs_version_info{service="x",version="v20.11.1",major="20",minor="11",patch="1"} 1',
  );
});

it.each([0, 17, 61, 359])('adds up at minute %d: spaces to the heap, user and system time to CPU time', (after) => {
  const time = start + after * minute;
  for (const kind of ['total', 'used']) {
    const spaces = families.find(({ name }) => name === `app_nodejs_heap_space_size_${kind}_bytes`)?.series ?? [];
    const sum = spaces.reduce((all, { valueAt }) => all + (valueAt(time) ?? Number.NaN), 0);
    expect(sum).toBe(value(`app_nodejs_heap_size_${kind}_bytes`, time));
  }
  expect(memory.heapUsed(time)).toBeLessThan(memory.heapTotal(time));
  const cpu = (part: string) => value(`app_process_cpu_${part}seconds_total`, time);
  expect(cpu('user_') + cpu('system_')).toBeCloseTo(cpu(''), 1);
});

it('keeps what has leaked until the process is gone', () => {
  const leaking = nodejsMemory('a', lifetime, 200 * mebibyte, () => gibibyte);
  expect(leaking.heapUsed(noon) - memory.heapUsed(noon)).toBe(gibibyte);
});

it('lags under strain', () => {
  const lag = (time: number) => value('app_nodejs_eventloop_lag_p99_seconds', time);
  expect(lag(noon + 5 * minute)).toBeGreaterThan(0.2);
  expect(lag(noon + 60 * minute)).toBeLessThan(0.03);
});
