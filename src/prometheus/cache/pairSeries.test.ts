import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareLabels } from '../../../mocks/promql/labels.ts';
import type { Series } from '../../model/frame.ts';
import { type Labels, labelsKey } from '../../model/labels.ts';
import { pairSeries } from './pairSeries.ts';

const seriesOf = (labels: Labels): Series => ({ labels, values: Float64Array.of(), present: null, histograms: null });
const pods = (...names: readonly string[]) => names.map((pod) => seriesOf({ pod }));
const podPairs = (old: readonly Series[], fresh: readonly Series[]) =>
  pairSeries(old, fresh)?.map((pair) => pair.map((series) => series?.labels.pod ?? null)) ?? null;

it.each([
  [
    ['a', 'b'],
    ['a', 'b'],
    ['a/a', 'b/b'],
  ],
  [['a', 'b', 'c'], ['b'], ['a/', 'b/b', 'c/']],
  [['b'], ['a', 'b', 'c'], ['/a', 'b/b', '/c']],
  [
    ['a', 'c'],
    ['b', 'd'],
    ['a/', '/b', 'c/', '/d'],
  ],
  [[], ['a'], ['/a']],
  [['a'], [], ['a/']],
  [[], [], []],
])('pairs %j with %j', (old, fresh, expected) => {
  expect(podPairs(pods(...old), pods(...fresh))?.map(([a, b]) => `${a ?? ''}/${b ?? ''}`)).toEqual(expected);
});

it('takes an order of its own for what it is while nothing comes or goes', () => {
  expect(podPairs(pods('b', 'a'), pods('b', 'a'))).toEqual([
    ['b', 'b'],
    ['a', 'a'],
  ]);
});

it.each([
  [['b', 'a'], ['a']],
  [['a'], ['c', 'b']],
])('does not know where to put %j and %j', (old, fresh) => expect(podPairs(pods(...old), pods(...fresh))).toBeNull());

it('orders as Prometheus does', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'Z', '_', '!', 'é'), maxLength: 3 });
  const labels = fc.dictionary(text, text, { maxKeys: 3 });
  const answer = fc
    .uniqueArray(labels, { selector: labelsKey, maxLength: 6 })
    .map((list) => list.toSorted(compareLabels).map(seriesOf));
  fc.assert(
    fc.property(answer, answer, (old, fresh) => {
      const pairs = pairSeries(old, fresh);
      const given = pairs?.map(([left, right]) => (left ?? right)?.labels ?? {}) ?? [];
      const all = new Map([...old, ...fresh].map((series) => [labelsKey(series.labels), series.labels]));
      expect(given).toEqual([...all.values()].toSorted(compareLabels));
      expect(pairs?.flatMap(([left]) => left ?? [])).toEqual(old);
      expect(pairs?.flatMap(([, right]) => right ?? [])).toEqual(fresh);
    }),
  );
});
