import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisFormatter } from '../model/units.ts';
import type { ValueAxis } from './chart.ts';
import { linearLimits, linearTicks, logLimits, logTicks } from './valueScale.ts';

const axis = (given: Partial<ValueAxis> = {}): ValueAxis => ({
  unit: 'short',
  decimals: undefined,
  min: undefined,
  max: undefined,
  scale: 'linear',
  ...given,
});
const value = fc
  .tuple(fc.integer({ min: -100_000, max: 100_000 }), fc.integer({ min: -6, max: 6 }))
  .map(([n, e]) => n * 10 ** e);
const unit = fc.constantFrom('short', 'bytes', 'percent', 's', 'ms', 'reqps', 'celsius');

describe('linear limits', () => {
  it.each([
    ['start at zero for a count', 90, 100, axis({ unit: 'bytes' }), false, 0],
    ['start at zero for what is filled from it', 90, 100, axis(), true, 0],
    ['start at zero when the least is under half of the most', 4, 10, axis(), false, 0],
    ['start near the data otherwise', 90, 100, axis(), false, 88.75],
    ['go below zero with the data', -5, 10, axis({ unit: 'bytes' }), false, -7.5],
    ['start where they are told to', 90, 100, axis({ min: 50 }), false, 50],
    ['make room around a constant', 90, 90, axis(), false, 80],
    ['make as much around one with noise of the arithmetic', 90, 90 + 1e-12, axis(), false, 80],
  ])('%s', (_, low, high, one, grounded, min) => expect(linearLimits(low, high, one, grounded)?.min).toBe(min));

  it('are none without data', () => expect(linearLimits(null, null, axis(), true)).toBeNull());

  it('span something and hold the data', () => {
    fc.assert(
      fc.property(value, value, unit, fc.boolean(), (a, b, of, grounded) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const limits = linearLimits(low, high, axis({ unit: of }), grounded) ?? { min: Number.NaN, max: Number.NaN };
        expect(limits.max).toBeGreaterThan(limits.min);
        expect(limits.min).toBeLessThanOrEqual(low);
        expect(limits.max).toBeGreaterThanOrEqual(high);
      }),
    );
  });

  it('span something when a fixed one lies beyond the data', () => {
    expect(linearLimits(1, 2, axis({ min: 10 }), false)).toEqual({ min: 10, max: 20 });
    expect(linearLimits(1, 2, axis({ min: 0, max: 0 }), false)).toEqual({ min: 0, max: 1 });
  });
});

describe('linear ticks', () => {
  it.each([
    ['short', { min: 0, max: 500 }, 4, [0, 200, 400]],
    ['short', { min: 0, max: 1 }, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    ['short', { min: -10, max: 10 }, 4, [-10, -5, 0, 5, 10]],
    ['bytes', { min: 0, max: 4 * 1024 ** 3 }, 4, [0, 1, 2, 3, 4].map((n) => n * 1024 ** 3)],
    ['bytes', { min: 0, max: 4000 * 1024 }, 4, [0, 1024 ** 2, 2 * 1024 ** 2, 3 * 1024 ** 2]],
    ['bytes', { min: 0, max: 1600 * 1024 ** 2 }, 4, [0, 512, 1024, 1536].map((n) => n * 1024 ** 2)],
    ['s', { min: 0, max: 240 }, 4, [0, 60, 120, 180, 240]],
    ['ms', { min: 0, max: 7_200_000 }, 4, [0, 1_800_000, 3_600_000, 5_400_000, 7_200_000]],
    ['short', { min: 5, max: 5 }, 4, []],
  ])('of %s within %j', (of, limits, count, expected) => {
    expect(linearTicks(limits, count, of)).toEqual(expected);
  });

  it('lie within the limits, ascend, are several and few, and differ in text', () => {
    fc.assert(
      fc.property(value, value, unit, fc.integer({ min: 2, max: 5 }), (a, b, of, count) => {
        const limits = linearLimits(Math.min(a, b), Math.max(a, b), axis({ unit: of }), false);
        if (limits === null) throw new Error('there is data');
        const ticks = linearTicks(limits, count, of);
        expect(ticks.length).toBeGreaterThan(1);
        expect(ticks.length).toBeLessThanOrEqual(count + 5);
        const slack = (limits.max - limits.min) * 1e-6;
        ticks.forEach((tick, i) => {
          expect(tick).toBeGreaterThanOrEqual(limits.min - slack);
          expect(tick).toBeLessThanOrEqual(limits.max + slack);
          if (i > 0) expect(tick).toBeGreaterThan(ticks[i - 1] ?? Number.NaN);
        });
        expect(new Set(axisFormatter(of, ticks, 'en')).size).toBe(ticks.length);
      }),
    );
  });
});

describe('logarithmic limits and ticks', () => {
  it.each([
    [3, 4500, axis({ scale: 'log' }), { min: 1, max: 10_000 }],
    [10, 10, axis({ scale: 'log' }), { min: 10, max: 100 }],
    [3, 4500, axis({ scale: 'log', min: 2, max: 5000 }), { min: 2, max: 5000 }],
    [3, 4500, axis({ scale: 'log', min: 0 }), { min: 1, max: 10_000 }],
    [null, null, axis({ scale: 'log' }), null],
  ])('from %j to %j', (low, high, one, expected) => expect(logLimits(low, high, one)).toEqual(expected));

  it('are powers of ten, fewer where there is little room', () => {
    expect(logTicks({ min: 1, max: 1000 }, 5)).toEqual([1, 10, 100, 1000]);
    expect(logTicks({ min: 1, max: 1e6 }, 3)).toEqual([1, 100, 10_000, 1_000_000]);
  });
});
