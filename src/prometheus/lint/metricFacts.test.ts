import { expect, it } from 'vitest';
import { metricFacts } from './metricFacts.ts';

it('tells what the linter has to know from what a server declares', () => {
  const declared = [
    { name: 'load', type: 'gauge' },
    { name: 'requests_total', type: 'counter' },
    { name: 'seconds_bucket', type: 'histogram' },
    { name: 'seconds', type: 'summary' },
    { name: 'untold', type: '' },
  ];
  const series = [{ __name__: 'load', job: 'a' }, { __name__: 'load', job: 'b' }, { __name__: 'elsewhere' }];
  const facts = metricFacts(declared, series);
  expect([...facts.values()].map(({ name, type }) => [name, type])).toEqual([
    ['load', 'gauge'],
    ['requests_total', 'counter'],
    ['seconds_bucket', 'counter'],
    ['seconds', 'unknown'],
    ['untold', 'unknown'],
  ]);
  expect(facts.get('load')?.series).toEqual(series.slice(0, 2));
});
