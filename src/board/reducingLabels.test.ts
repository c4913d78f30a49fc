import { expect, test } from 'vitest';
import type { Series } from '../model/frame.ts';
import type { Labels } from '../model/labels.ts';
import { reducingLabels } from './reducingLabels.ts';

const seriesOf = (count: number, labels: (i: number) => Labels): Series[] =>
  Array.from({ length: count }, (_, i) => ({
    labels: labels(i),
    values: Float64Array.of(i),
    present: null,
    histograms: null,
  }));

test.each<[string, Series[], [string, number][]]>([
  [
    'fewest values first, at most three',
    seriesOf(100, (i) => ({ zone: `${i % 4}`, host: `${i % 20}`, pod: `${i % 30}`, rack: `${i % 10}` })),
    [
      ['zone', 4],
      ['rack', 10],
      ['host', 20],
    ],
  ],
  ['none that all have the same, or each its own', seriesOf(40, (i) => ({ job: 'a', instance: `${i}` })), []],
  ['none that would leave too many', seriesOf(1000, (i) => ({ path: `${i % 51}` })), []],
  [
    'neither the name nor bounds of buckets',
    seriesOf(90, (i) => ({ __name__: `${i % 2}`, le: `${i % 3}`, quantile: `${i % 3}`, code: `${i % 5}` })),
    [['code', 5]],
  ],
  ['nothing of nothing', [], []],
])('%s', (_, series, expected) => {
  expect(reducingLabels(series).map(({ name, values }) => [name, values])).toEqual(expected);
});
