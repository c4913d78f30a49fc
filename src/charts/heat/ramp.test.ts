import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colorRamp, labOf } from './ramp.ts';

const dark = ['#1a2029', '#4a79d9', '#e6eaf0'];
const light = ['#eef0f3', '#3c5fc5', '#171c24'];

function distances(colors: readonly string[]): number[] {
  const labs = colors.map((color) => labOf(color) ?? [Number.NaN, 0, 0]);
  return labs.slice(1).map((b, i) => {
    const a = labs[i] ?? b;
    return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
  });
}

describe('a ramp of colors', () => {
  it.each([
    ['dark', dark, 1],
    ['light', light, -1],
  ] as const)('goes evenly from the panel to the ink (%s)', (_, stops, direction) => {
    const ramp = colorRamp(stops, 48);
    const lightness = ramp.map((color) => labOf(color)?.[0] ?? Number.NaN);
    expect(ramp[0]).toBe(stops[0]);
    expect(ramp.at(-1)).toBe(stops[2]);
    expect(lightness.every((one, i) => i === 0 || (one - (lightness[i - 1] ?? one)) * direction > 0)).toBe(true);
    // But for what a byte a channel can say, and the corner at the middle color.
    const steps = distances(ramp).toSorted((a, b) => a - b);
    expect(steps[1]).toBeGreaterThan((steps.at(-1) ?? 0) * 0.6);
  });

  it('comes back from OKLab as it went there', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (rgb) => {
        const color = `#${rgb.toString(16).padStart(6, '0')}`;
        expect(colorRamp([color, color], 2)).toEqual([color, color]);
      }),
    );
  });

  it('is one color where colors cannot be read', () => {
    expect(colorRamp(['', 'red'], 3)).toEqual(['', '', '']);
  });
});
