import { describe, expect, it } from 'vitest';
import { evaluateInstant } from './evaluate.ts';
import type { StoredSeries } from './values.ts';

function sampled(labels: Record<string, string>, value: number): StoredSeries {
  return { labels, times: Float64Array.of(0), values: Float64Array.of(value), stale: null };
}

const source = {
  select: () => [
    sampled({ __name__: 'level', host: 'a', value: 'old' }, 3),
    sampled({ __name__: 'level', host: 'b', value: 'new' }, 3),
    sampled({ __name__: 'level', host: 'c' }, 4),
  ],
};

describe('count_values writes its label before it groups, so that', () => {
  it.each([
    ['grouping without the label leaves none of it', 'count_values without (value, host) ("value", level)', [[{}, 3]]],
    [
      'a label of that name that was there makes no groups of its own',
      'count_values by (value) ("value", level)',
      [
        [{ value: '3' }, 2],
        [{ value: '4' }, 1],
      ],
    ],
    [
      'other labels group as ever',
      'count_values without (value) ("as", level)',
      [
        [{ host: 'a', as: '3' }, 1],
        [{ host: 'b', as: '3' }, 1],
        [{ host: 'c', as: '4' }, 1],
      ],
    ],
  ])('%s', (_, query, expected) => {
    const result = evaluateInstant(query, 1000, source);
    expect(result.type === 'vector' && result.series.map(({ labels, values }) => [labels, values[0]])).toEqual(
      expected,
    );
  });
});
