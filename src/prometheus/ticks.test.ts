import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedAbout, dueAfter, intervalFor, soFar } from './ticks.ts';

const refreshes = fc.constantFrom(5_000, 10_000, 15_000, 30_000, 45_000, 60_000, 300_000, 900_000, 3_600_000);
const moments = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 0, 2) });
const shares = fc.double({ min: 0, max: 0.1, noNaN: true });

describe('a tick', () => {
  it.each([
    [30_000, 1_029_999, 1_020_000],
    [5_000, 1_029_999, 1_025_000],
    [60_000, 1_049_999, 1_020_000],
    [60_000, 1_050_000, 1_050_000],
    [45_000, 1_035_000, 1_035_000],
    [45_000, 1_055_000, 1_050_000],
  ])('with a refresh of %d ms at %d asks about %d', (refresh, now, expected) => {
    expect(askedAbout(now, refresh)).toBe(expected);
  });

  it('asks about what is at most a refresh and 30 s ago', () => {
    fc.assert(
      fc.property(moments, refreshes, (now, refresh) => {
        const ago = now - askedAbout(now, refresh);
        expect(ago).toBeGreaterThanOrEqual(0);
        expect(ago).toBeLessThan(Math.min(refresh, 30_000));
      }),
    );
  });

  it('comes within an interval, for displays of one interval at one time, and asks about that time', () => {
    fc.assert(
      fc.property(moments, refreshes, fc.integer({ min: 1, max: 4 }), shares, (now, refresh, times, stagger) => {
        const interval = times * refresh;
        const due = dueAfter(now, interval, stagger);
        expect(due).toBeGreaterThan(now);
        expect(due - now).toBeLessThanOrEqual(interval);
        const late = due % interval;
        expect(late).toBeLessThanOrEqual(interval * 0.1 + 1e-6);
        expect(askedAbout(due, refresh)).toBeCloseTo(due - late, 3);
      }),
    );
  });
});

it.each([
  [0, 30_000],
  [15_000, 30_000],
  [15_001, 60_000],
  [40_000, 90_000],
])('stretches 30 s for a cycle of %d ms to %d ms', (cycle, expected) => {
  expect(intervalFor(30_000, cycle)).toBe(expected);
});

it.each([
  ['to its end, which is over', { from: 10, to: 20 }, 30, { from: 10, to: 20 }],
  ['up to now, where it goes on', { from: 10, to: 20 }, 15, { from: 10, to: 15 }],
  ['as it is, where all of it lies ahead', { from: 10, to: 20 }, 10, { from: 10, to: 20 }],
])('asks for a span %s', (_name, span, about, expected) => {
  expect(soFar(span, about)).toEqual(expected);
});
