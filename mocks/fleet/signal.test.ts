import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { constant, during, plus, rhythm, type Signal, times } from './signal.ts';
import { firstWindow, isInside, restartedAfter, restartedEvery, swell } from './windows.ts';

const windows = { period: 600_000, offset: 100_000, length: 45_000 };
const signals: readonly (readonly [string, Signal])[] = [
  ['a rhythm', rhythm({ seed: 'a', mean: 3, daily: 0.4, weekly: 0.1, waver: 0.3 })],
  ['a rhythm with incidents', during(rhythm({ seed: 'b', mean: 3, waver: 0.5 }), windows, 6)],
  ['a sum', plus(constant(1), times(rhythm({ seed: 'c', mean: 0.2, waver: 0.4 }), -1))],
];

describe('signal', () => {
  it.each(signals)('the integral of %s is the area under it', (_, signal) => {
    fc.assert(
      fc.property(fc.integer({ min: 1.7e9, max: 1.8e9 }), fc.integer({ min: 1, max: 3600 }), (start, seconds) => {
        const from = start * 1000;
        // Midpoints of every half second.
        let area = 0;
        for (let i = 0; i < 2 * seconds; i++) area += signal.at(from + i * 500 + 250) / 2;
        expect(signal.integral(from, from + seconds * 1000)).toBeCloseTo(area, 1);
      }),
      { numRuns: 20 },
    );
  });

  it.each(signals)('%s is the same in whatever order it is asked', (_, signal) => {
    const time = fc.integer({ min: 1.7e12, max: 1.7e12 + 5e6 });
    fc.assert(
      fc.property(fc.array(fc.tuple(time, time, time), { minLength: 2, maxLength: 12 }), (asked) => {
        const answers = asked.map(([at, from, to]) => [signal.at(at), signal.integral(from, Math.max(from, to))]);
        const again = asked
          .toReversed()
          .map(([at, from, to]) => [signal.at(at), signal.integral(from, Math.max(from, to))]);
        expect(again.toReversed()).toEqual(answers);
      }),
    );
  });

  it('a rhythm is busiest at 18:00 UTC and on Wednesdays', () => {
    const daily = rhythm({ seed: 'a', mean: 1, daily: 0.5 });
    expect(daily.at(Date.UTC(2025, 0, 1, 18))).toBeCloseTo(1.5);
    expect(daily.at(Date.UTC(2025, 0, 1, 6))).toBeCloseTo(0.5);
    const weekly = rhythm({ seed: 'a', mean: 1, weekly: 0.5 });
    expect(weekly.at(Date.UTC(2025, 0, 1, 12))).toBeCloseTo(1.5);
  });
});

describe('windows', () => {
  it('contain their start and not their end', () => {
    expect([99_999, 100_000, 144_999, 145_000, 700_000].map((time) => isInside(windows, time))).toEqual([
      false,
      true,
      true,
      false,
      true,
    ]);
  });

  it('tell the first that is not over', () => {
    const starts = [99_999, 100_000, 144_999, 145_000, 700_000].map((time) => firstWindow(windows, time));
    expect(starts).toEqual([100_000, 100_000, 100_000, 700_000, 700_000]);
  });

  it('swell rises before, stays during and falls after', () => {
    const at = (time: number) => swell(windows, time, 50_000, 10_000);
    expect([50_000, 75_000, 100_000, 144_999, 150_000, 160_000].map(at)).toEqual([0, 0.5, 1, 1, 0.5, 0]);
    expect(swell({ ...windows, length: 0 }, 100_000, 50_000, 10_000)).toBe(0);
  });

  it('tell when a process was started', () => {
    const daily = restartedEvery(1_000_000, 250_000);
    expect([249_999, 250_000, 1_000_000].map(daily)).toEqual([-750_000, 250_000, 250_000]);
    const broken = restartedAfter(windows, daily);
    expect([260_000, 745_000, 1_100_000].map(broken)).toEqual([250_000, 745_000, 745_000]);
  });
});
