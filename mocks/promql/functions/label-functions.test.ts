import { describe, expect, it } from 'vitest';
import { evaluateInstant } from '../evaluate.ts';
import type { StoredSeries } from '../values.ts';

function sampled(device: string, ...samples: readonly [number, number][]): StoredSeries {
  return {
    labels: { __name__: 'bytes', device },
    times: Float64Array.from(samples, ([time]) => time),
    values: Float64Array.from(samples, ([, value]) => value),
    stale: null,
  };
}

const source = { select: () => [sampled('a', [0, 1]), sampled('b', [400_000, 2])] };
const together = { select: () => [sampled('a', [0, 1]), sampled('b', [0, 2])] };

describe.each(['label_replace(bytes, "device", "one", "device", ".*")', 'label_join(bytes, "device", "-", "no_such")'])(
  '%s',
  (query) => {
    it('refuses series that become alike, whatever is made of them', () => {
      expect(() => evaluateInstant(`count(${query})`, 1000, together)).toThrow(/same labelset/);
    });

    it('makes one series of two that follow each other', () => {
      const result = evaluateInstant(`changes((${query})[500s:100s])`, 450_000, source);
      expect(result.type === 'vector' && result.series.map(({ values }) => [...values])).toEqual([[1]]);
    });
  },
);
