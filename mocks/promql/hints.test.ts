import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateRange } from './evaluate.ts';
import { type Matcher, matchesAll } from './matchers.ts';
import type { ReadHint, SeriesSource, StoredSeries } from './values.ts';

/** Whether a hint's windows have, of these samples, the one at an index. */
function isRead(times: Float64Array, index: number, hint: ReadHint): boolean {
  const time = times[index] ?? Number.NaN;
  for (let i = 0; i < hint.count; i++) {
    const end = hint.start + i * hint.step;
    if (time <= end - hint.range || time > end) continue;
    const next = times[index + 1];
    if (!hint.newestOnly || next === undefined || next > end) return true;
  }
  return false;
}

/** A source that gives every sample it has or, where `sparing`, nothing but what the hint speaks of. */
function sourceOf(all: readonly StoredSeries[], sparing: boolean): SeriesSource {
  return {
    select: (matchers: readonly Matcher[], from: number, to: number, hint?: ReadHint) =>
      all
        .filter(({ labels }) => matchesAll(matchers, labels))
        .map(({ labels, times, values, stale }) => {
          if (hint === undefined) throw new Error('no hint');
          const kept = (_: number, i: number): boolean => {
            const time = times[i] ?? Number.NaN;
            return !sparing || (isRead(times, i, hint) && time >= from && time <= to);
          };
          return {
            labels,
            times: times.filter(kept),
            values: values.filter(kept),
            stale: stale?.filter(kept) ?? null,
          };
        }),
  };
}

const samples = fc.array(
  fc.record({ gap: fc.integer({ min: 1, max: 700_000 }), value: fc.integer(), stale: fc.boolean() }),
  { maxLength: 40 },
);

function seriesOf(path: string, points: readonly { gap: number; value: number; stale: boolean }[]): StoredSeries {
  let time = -600_000;
  return {
    labels: { __name__: 'm', path },
    times: Float64Array.from(points, ({ gap }) => (time += gap)),
    values: Float64Array.from(points, ({ value, stale }) => (stale ? Number.NaN : value)),
    stale: Uint8Array.from(points, ({ stale }) => Number(stale)),
  };
}

describe('the hint to a source', () => {
  it.each([
    'm',
    'm offset 7m',
    'm offset -7m',
    'm @ 1000',
    'm @ end() offset 90s',
    'timestamp(m)',
    'absent(m)',
    'sum_over_time(m[5m])',
    'sum_over_time(m[13s] offset -1m)',
    'count_over_time(m[1h] @ start())',
    'absent_over_time(m[45s])',
    'sum_over_time(m[10m:45s])',
    'sum_over_time(m[10m:45s] offset 2m)',
    'max_over_time(sum_over_time(m[3m])[20m:2m] @ 3000 offset -1m)',
  ])('covers all that %s reads', (query) => {
    fc.assert(
      fc.property(samples, samples, fc.integer({ min: 7_000, max: 900_000 }), (a, b, step) => {
        const all = [seriesOf('/a', a), seriesOf('/b', b)];
        const range = { start: 0, end: 4_000_000, step };
        expect(evaluateRange(query, range, sourceOf(all, true))).toEqual(
          evaluateRange(query, range, sourceOf(all, false)),
        );
      }),
      { numRuns: 25 },
    );
  });
});
