import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { alignRange, MAX_POINTS, niceStep, pointsForWidth, rateInterval, stepFor } from './step.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

test.each([
  [0, second],
  [1, second],
  [second, second],
  [1001, 2 * second],
  [11 * second, 15 * second],
  [31 * second, minute],
  [3 * minute, 5 * minute],
  [31 * minute, hour],
  [4 * hour, 6 * hour],
  [13 * hour, day],
  [day + 1, 2 * day],
  [9.5 * day, 10 * day],
])('the nice step for %i ms is %i ms', (ms, step) => expect(niceStep(ms)).toBe(step));

test.each([
  [0, 240],
  [240, 240],
  [360, 240],
  [361, 480],
  [700, 720],
  [1000, 960],
  [1201, 1440],
  [3840, 1440],
])('a width of %i px is asked %i points', (width, points) => expect(pointsForWidth(width)).toBe(points));

test.each([
  ['the range and its points', { range: 6 * hour, points: 720, scrapeInterval: 15 * second }, 30 * second],
  ['the scrape interval', { range: hour, points: 720, scrapeInterval: 15 * second }, 15 * second],
  ['an odd scrape interval', { range: hour, points: 720, scrapeInterval: 25 * second }, 30 * second],
  ['the least step', { range: hour, points: 720, scrapeInterval: 15 * second, minStep: minute }, minute],
  ['an empty range', { range: 0, points: 720, scrapeInterval: 15 * second }, 15 * second],
  ['two years', { range: 730 * day, points: 240, scrapeInterval: 15 * second }, 4 * day],
  ['more points than Prometheus gives', { range: 11_000 * second, points: 1e6, scrapeInterval: 0 }, 2 * second],
])('the step follows %s', (_, request, step) => expect(stepFor(request)).toBe(step));

test.each([
  [15 * second, 15 * second, undefined, minute],
  [5 * minute, 15 * second, undefined, 5 * minute + 15 * second],
  [15 * second, 15 * second, 5 * minute, 5 * minute],
  [10 * minute, 15 * second, 5 * minute, 10 * minute + 15 * second],
])('step %i, scrape interval %i, floor %s: rate interval %i', (step, scrape, floor, expected) => {
  expect(rateInterval(step, scrape, floor)).toBe(expected);
});

describe('aligning', () => {
  test.each([
    [{ from: 1_000_007, to: 1_099_999 }, 15_000, 'UTC', { start: 990_000, end: 1_095_000 }],
    [{ from: 990_000, to: 1_095_000 }, 15_000, 'UTC', { start: 990_000, end: 1_095_000 }],
    [{ from: -7, to: 7 }, 15_000, 'UTC', { start: -15_000, end: 0 }],
    // Only whole days follow the zone.
    [{ from: 2 * hour, to: 5 * hour }, hour, 'Asia/Kolkata', { start: 2 * hour, end: 5 * hour }],
    [{ from: 10 * day, to: 12 * day + 1 }, day, 'UTC', { start: 10 * day, end: 12 * day }],
    [
      { from: 10 * day, to: 12 * day },
      day,
      'America/Sao_Paulo',
      { start: 9 * day + 3 * hour, end: 11 * day + 3 * hour },
    ],
    [{ from: 10 * day, to: 12 * day }, day, 'Asia/Tokyo', { start: 10 * day - 9 * hour, end: 12 * day - 9 * hour }],
  ])('%j by %i in %s', (span, step, zone, expected) => expect(alignRange(span, step, zone)).toEqual(expected));

  it('gives multiples of the step, never ahead of the span, never above the limit', () => {
    const time = fc.integer({ min: 0, max: 4e12 });
    fc.assert(
      fc.property(
        time,
        fc.integer({ min: 0, max: 4e11 }),
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 1, max: 2e6 }),
        (from, range, points, scrapeInterval) => {
          const step = stepFor({ range, points, scrapeInterval });
          const { start, end } = alignRange({ from, to: from + range }, step);
          expect([start % step, end % step]).toEqual([0, 0]);
          expect(start).toBeGreaterThan(from - step);
          expect(start).toBeLessThanOrEqual(from);
          expect(end).toBeGreaterThan(from + range - step);
          expect(end).toBeLessThanOrEqual(from + range);
          expect((end - start) / step + 1).toBeLessThanOrEqual(MAX_POINTS);
        },
      ),
    );
  });
});
