import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAtShare, extentOf, type HeatAxis, type HeatColors, layoutOf, levelOf, levels } from './heat.ts';

const bounds = [0, 0.01, 0.1, 1, Number.POSITIVE_INFINITY];
const rows = bounds.slice(1).map((upper, i) => ({ lower: bounds[i] ?? 0, upper }));
const axis = (kind: HeatAxis['kind'], given: Partial<HeatAxis> = {}): HeatAxis => ({
  kind,
  min: undefined,
  max: undefined,
  ...given,
});
const rounded = (values: readonly number[]) => values.map((value) => Math.round(value * 1000) / 1000);

describe('the rows of a heat chart', () => {
  it.each([
    ['as high as each other', axis('buckets'), [0, 0.25, 0.5, 0.75, 1]],
    ['as high as their bounds are apart', axis('linear'), [0, 0.009, 0.093, 0.93, 1]],
    ['as high as the decades they span', axis('log'), [0, 0.31, 0.62, 0.93, 1]],
    ['up to a limit, and no further', axis('linear', { max: 0.1 }), [0, 0.1, 1, 10, 2]],
  ])('are %s', (_, given, expected) => expect(rounded(layoutOf(rows, given).edges)).toEqual(expected));

  it.each([
    ['a bound', 0.1, 0.5],
    ['between two bounds', 0.055, 0.375],
    ['the last bound', 1, 0.75],
    ['beyond the last bound', 3, 0.75],
  ])('have a place for %s', (_, value, place) =>
    expect(layoutOf(rows, axis('buckets')).project(value)).toBeCloseTo(place),
  );

  it('have no place for what is no number', () => {
    expect(layoutOf(rows, axis('buckets')).project(Number.NaN)).toBeNaN();
  });

  it('never place a greater value lower', () => {
    const kinds = fc.constantFrom<HeatAxis['kind']>('buckets', 'linear', 'log');
    const value = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(kinds, value, value, (kind, a, b) => {
        const { project } = layoutOf(rows, axis(kind));
        expect(project(Math.min(a, b))).toBeLessThanOrEqual(project(Math.max(a, b)));
      }),
    );
  });
});

describe('the colors of cells', () => {
  const extent = { least: 0.1, most: 10 };
  const kinds: readonly HeatColors[] = ['linear', 'sqrt', 'log'];

  it.each(kinds)('give zero one of its own, and the largest the last (%s)', (colors) => {
    expect(levelOf(0, extent, colors)).toBe(0);
    expect(levelOf(extent.least, extent, colors)).toBeGreaterThan(0);
    expect(levelOf(extent.most, extent, colors)).toBe(levels - 1);
  });

  it.each(kinds)('mean what the legend says (%s)', (colors) => {
    const middle = cellAtShare(0.5, extent, colors);
    expect(levelOf(middle, extent, colors)).toBe(1 + (levels - 2) / 2);
  });

  it('are of the smallest cell above zero up to the largest', () => {
    expect(extentOf(Float64Array.of(0, 3, Number.NaN, 0.5))).toEqual({ least: 0.5, most: 3 });
    expect(extentOf(Float64Array.of(0, Number.NaN))).toEqual({ least: 0, most: 0 });
  });
});
