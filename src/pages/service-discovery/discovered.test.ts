import { expect, it } from 'vitest';
import { compareLabels, listDiscovered, poolsOf, rowsOf } from './discovered.ts';

const names = { added: 'added', changed: 'changed', removed: 'removed' };

it.each([
  ['what is new is added', {}, { job: 'a' }, [], ['job added']],
  ['what is the same is not marked', { job: 'a' }, { job: 'a' }, ['job'], ['job']],
  ['what has another value is changed', { job: 'a' }, { job: 'b' }, ['job'], ['job changed']],
  ['what is gone is removed', { team: 'x', job: 'a' }, { job: 'a' }, ['job', 'team removed'], ['job']],
  ['what always goes is not marked', { __address__: 'a:80', __meta_x: '1' }, {}, ['__address__', '__meta_x'], []],
])('labels before and after: %s', (_name, discovered, final, before, after) => {
  const told = compareLabels(discovered, final, names);
  const written = (labels: typeof told.before) =>
    labels.map(({ name, changeName = '' }) => `${name} ${changeName}`.trim());
  expect(written(told.before)).toEqual(before);
  expect(written(told.after)).toEqual(after);
});

it('lists kept and dropped by pool', () => {
  const target = {
    health: 'up' as const,
    scrapeUrl: '',
    lastError: '',
    lastScrape: null,
    lastScrapeDuration: 0,
    scrapeInterval: null,
    scrapeTimeout: null,
  };
  const pools = poolsOf(
    listDiscovered({
      active: [{ ...target, scrapePool: 'b', labels: { job: 'b' }, discoveredLabels: {} }],
      dropped: [
        { scrapePool: 'b', discoveredLabels: {} },
        { scrapePool: '', discoveredLabels: { job: 'a' } },
      ],
    }),
  );
  expect(pools.map(({ name, kept, total }) => [name, kept, total])).toEqual([
    ['a', 0, 1],
    ['b', 1, 2],
  ]);
  expect(rowsOf(pools, ({ name }) => name === 'b')).toHaveLength(4);
});
