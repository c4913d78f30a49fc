import { describe, expect, it } from 'vitest';
import { place } from './placement.ts';

const screen = { width: 1000, height: 600 };
const box = (left: number, top: number) => ({ left, top, right: left + 100, bottom: top + 28 });

describe('place', () => {
  it('opens below, in line with the start or the end of its trigger', () => {
    expect(place(box(50, 10), 200, screen, 'start')).toEqual({
      top: 42,
      bottom: null,
      left: 50,
      right: null,
      maxHeight: 550,
    });
    expect(place(box(850, 10), 200, screen, 'end')).toMatchObject({ left: null, right: 50 });
  });

  it('opens above when there is more room there', () => {
    expect(place(box(50, 560), 200, screen, 'start')).toMatchObject({ top: null, bottom: 44, maxHeight: 548 });
  });

  it.each([
    ['start', box(900, 10), { left: 792 }],
    ['start', box(-20, 10), { left: 8 }],
    ['end', box(20, 10), { right: 792 }],
    ['end', box(950, 10), { right: 8 }],
  ] as const)('stays inside the window: %s %o', (align, trigger, expected) => {
    expect(place(trigger, 200, screen, align)).toMatchObject(expected);
  });

  it('keeps to the edge when it is wider than the window', () => {
    expect(place(box(300, 10), 2000, screen, 'start')).toMatchObject({ left: 8 });
  });
});
