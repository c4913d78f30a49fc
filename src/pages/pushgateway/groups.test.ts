import { expect, it } from 'vitest';
import type { PushedGroup } from '../../pushgateway/types.ts';
import { listGroups, numberOf, partsOf, valueText } from './groups.ts';

const now = 10_000_000;
const group = (job: string, more: Partial<PushedGroup> = {}): PushedGroup => ({
  labels: { job, instance: 'i' },
  lastPushSuccessful: true,
  pushedAt: now - 1000,
  failedAt: null,
  families: [],
  ...more,
});

it('puts what failed first, then what is stale', () => {
  const listed = listGroups(
    [
      group('b'),
      group('a'),
      group('old', { pushedAt: now - 400_000 }),
      group('broken', { lastPushSuccessful: false, failedAt: now - 5, pushedAt: null }),
    ],
    300_000,
    now,
  );
  expect(listed.map(({ name, tone, isStale }) => [name, tone, isStale])).toEqual([
    ['broken instance=i', 'critical', true],
    ['old instance=i', 'warning', true],
    ['a instance=i', 'ok', false],
    ['b instance=i', 'ok', false],
  ]);
});

it('writes values and their parts', () => {
  const metric = {
    labels: {},
    value: null,
    count: '3',
    sum: '1.5',
    buckets: { '1': '2', '+Inf': '3', '0.5': '1', '10': '3' },
    quantiles: { '0.5': '1' },
  };
  const write = { count: (text: string) => `#${text}`, value: (text: string) => `${text} s` };
  expect(numberOf(metric, (count, sum) => `${count}/${sum}`, write)).toBe('#3/1.5 s');
  expect(numberOf({ ...metric, value: '2' }, () => '', write)).toBe('2 s');
  expect(partsOf(metric)).toEqual([
    ['≤ 0.5', '1'],
    ['≤ 1', '2'],
    ['≤ 10', '3'],
    ['≤ +Inf', '3'],
    ['q 0.5', '1'],
  ]);
});

it.each([
  ['requests_created', '1.7945093138840797e+09', '2026-11-12 18:48:33'],
  ['push_time_seconds', '1.7945093138840797e+09', '2026-11-12 18:48:33'],
  ['gc_time_seconds', '90', '1.5 min'],
  ['request_duration_seconds', '0.0123', '12.3 ms'],
  ['heap_bytes', '1536', '1.5 KiB'],
  ['requests_total', '1.487183e+06', '1,487,183'],
  ['requests_total', 'NaN', 'NaN'],
  ['requests_total', '+Inf', '+Inf'],
  ['requests_total', '', ''],
])('writes %s of %s as %s', (name, text, written) => {
  expect(valueText(name, text, 'en', 'UTC').replaceAll('\u00a0', ' ')).toBe(written);
});
