import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hintedLength, hintedTimes, spanOf, timesOf } from './reads.ts';

const grid = { phase: 4, interval: 10 };

describe('scrapes', () => {
  it('of a span are those from one time to another, both included', () => {
    expect([...timesOf(grid, spanOf(grid, 14, 34))]).toEqual([14, 24, 34]);
    expect([...timesOf(grid, spanOf(grid, 15, 33))]).toEqual([24]);
    expect([...timesOf(grid, spanOf(grid, 15, 23))]).toEqual([]);
  });

  it('of a span that a hint asks for are those in its windows, or the newest in each, each once', () => {
    const window = fc.record({
      start: fc.integer({ min: -50, max: 200 }),
      step: fc.integer({ min: 0, max: 60 }),
      count: fc.integer({ min: 1, max: 9 }),
      range: fc.integer({ min: 1, max: 80 }),
      newestOnly: fc.boolean(),
    });
    fc.assert(
      fc.property(window, fc.integer({ min: -50, max: 200 }), fc.nat(300), (hint, from, length) => {
        const span = spanOf(grid, from, from + length);
        const ends = Array.from({ length: hint.count }, (_, i) => hint.start + i * hint.step);
        const read = ends.flatMap((end) => {
          const inside = [...timesOf(grid, span)].filter((time) => time <= end && time > end - hint.range);
          return hint.newestOnly ? inside.slice(-1) : inside;
        });
        const times = [...hintedTimes(grid, span, hint)];
        expect(times).toEqual([...new Set(read)]);
        expect(times.length).toBeLessThanOrEqual(hintedLength(grid, span, hint));
      }),
      { numRuns: 1000 },
    );
  });
});
