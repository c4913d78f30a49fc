import { expect, it } from 'vitest';
import type { PushedGroup } from '../../pushgateway/types.ts';
import { listGroups, numberOf, partsOf } from './groups.ts';

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
    buckets: { '+Inf': '3' },
    quantiles: { '0.5': '1' },
  };
  expect(numberOf(metric, (count, sum) => `${count}/${sum}`)).toBe('3/1.5');
  expect(numberOf({ ...metric, value: '1e+09' }, () => '')).toBe('1e+09');
  expect(partsOf(metric)).toEqual([
    ['≤ +Inf', '3'],
    ['q 0.5', '1'],
  ]);
});
