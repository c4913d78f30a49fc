import { expect, it } from 'vitest';
import { rangeFrame, seriesOf } from '../../testing/frames.ts';
import { noon, panelEnvironment } from '../../testing/panelProps.ts';
import { chartOf } from './chartOf.ts';
import { decodeOptions } from './options.ts';

const answers = () => [{ query: { expr: 'up' }, frame: rangeFrame([seriesOf([1, 2])], noon, 15_000) }];

it('is made once of the same answers, options and environment', () => {
  const [results, options, environment] = [answers(), decodeOptions({}), panelEnvironment()];
  const chart = chartOf(results, options, environment);
  expect(chartOf(results, options, { ...environment })).toBe(chart);
});

it.each([
  ['answers', (results: ReturnType<typeof answers>) => [...results], {}, {}],
  ['options', (results: ReturnType<typeof answers>) => results, { unit: 'bytes' }, {}],
  ['surroundings', (results: ReturnType<typeof answers>) => results, {}, { title: 'Another' }],
])('is made anew of other %s', (_name, change, options, given) => {
  const results = answers();
  const first = decodeOptions({});
  const chart = chartOf(results, first, panelEnvironment());
  const other = Object.keys(options).length === 0 ? first : decodeOptions(options);
  const again = chartOf(change(results), other, panelEnvironment(given));
  expect(again).not.toBe(chart);
  expect(again.left.unit).toBe(other.unit);
});
