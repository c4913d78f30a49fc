import { describe, expect, it } from 'vitest';
import { fittingItems } from './fittingItems.ts';

/** Items of these widths, wrapped into lines 10 high and 100 wide. */
function wrapped(...widths: readonly number[]) {
  let left = 0;
  let top = 0;
  return widths.map((width) => {
    if (left > 0 && left + width > 100) {
      left = 0;
      top += 10;
    }
    const box = { left, top, width, height: 10 };
    left += width;
    return box;
  });
}

describe('the items that fit into two lines', () => {
  it.each([
    ['all, where all are whole', [50, 50, 50, 50], 30, 4],
    ['none of none', [], 30, 0],
    ['those beside the note, where some are not', [50, 50, 50, 40, 50], 30, 3],
    ['those of both lines, where the note has room', [50, 50, 50, 20, 50], 30, 4],
    ['those of the first line alone, where the note covers the only item of the second', [50, 50, 90, 50], 30, 2],
  ])('are %s', (_, widths, noteWidth, expected) => {
    expect(fittingItems(wrapped(...widths), { width: 100, height: 20 }, noteWidth)).toBe(expected);
  });

  it('bear that layout rounds each length by itself', () => {
    const items = [{ left: 0, top: 11, width: 10, height: 10 }];
    expect(fittingItems(items, { width: 100, height: 20 }, 30)).toBe(1);
  });
});
