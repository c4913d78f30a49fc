import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { en } from '../../i18n/en/index.ts';
import { instantResult, panelEnvironment } from '../../testing/panelProps.ts';
import { layOut } from './layout.ts';
import { decodeOptions } from './options.ts';
import { toCells } from './transform.ts';

const cellsOf = (count: number, value = 4) =>
  toCells(
    [instantResult(Array.from({ length: count }, (_, i) => [{ job: `${i}` }, value]))],
    decodeOptions({ unit: 'none' }),
    panelEnvironment(),
  );
const columns = (count: number, width: number, height: number, value?: number, textSize = 12) =>
  layOut(cellsOf(count, value), { width, height }, textSize, en.panels.stat).columns;

describe('the cells of a stat panel', () => {
  it.each([
    ['one', 1, 270, 88, 1],
    ['three in a quarter of a board', 3, 270, 88, 3],
    ['three on a phone', 3, 350, 88, 3],
    ['six across a board', 6, 1200, 88, 6],
    ['four in a tall panel', 4, 270, 400, 1],
    ['four in a square', 4, 300, 220, 2],
  ])('stand in columns: %s', (_, count, width, height, expected) =>
    expect(columns(count, width, height)).toBe(expected),
  );

  it('take fewer columns for long figures', () => {
    expect(columns(4, 240, 220, 123_456_789)).toBe(1);
  });

  it('scroll, as many side by side as can be, when there is no room for all', () => {
    expect(columns(40, 270, 88)).toBeGreaterThan(8);
  });

  it('have from one column up to one each', () => {
    const length = fc.integer({ min: 0, max: 1200 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), length, length, (count, width, height) => {
        expect(columns(count, width, height)).toBeLessThanOrEqual(count);
        expect(columns(count, width, height)).toBeGreaterThan(0);
      }),
    );
  });

  it('are laid out on a wall as on a page, only larger', () => {
    expect(columns(3, 540, 176, 4, 24)).toBe(columns(3, 270, 88, 4, 12));
  });
});
