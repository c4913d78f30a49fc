import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridOf } from '../testing/frames.ts';
import { traceLine } from './trace.ts';

function trace(values: readonly (number | null | undefined)[], step = false) {
  const moves: string[] = [];
  const note = (name: string) => (x: number, y: number) => void moves.push(`${name}${x},${y}`);
  const path: Pick<CanvasPath, 'moveTo' | 'lineTo'> = { moveTo: note('M'), lineTo: note('L') };
  const times = gridOf(values.length, 1);
  const runs = traceLine(path, { times, values, step }, { x: (time) => time, y: (value) => value });
  return { drawn: moves.join(' '), runs };
}

describe('a traced line', () => {
  it.each([
    ['joins samples', [5, 6], false, 'M0,5 L0,5 L1,6', [[0, 1]]],
    [
      'breaks where there is none',
      [5, null, 7],
      false,
      'M0,5 L0,5 M2,7 L2,7',
      [
        [0, 0],
        [2, 2],
      ],
    ],
    [
      'breaks at NaN',
      [5, Number.NaN, 7],
      false,
      'M0,5 L0,5 M2,7 L2,7',
      [
        [0, 0],
        [2, 2],
      ],
    ],
    ['passes over times that are not its own', [5, undefined, 7], false, 'M0,5 L0,5 L2,7', [[0, 2]]],
    ['holds values in steps', [5, 6], true, 'M0,5 L0,5 L1,5 L1,6', [[0, 1]]],
    ['is nothing without samples', [null, undefined], false, '', []],
  ])('%s', (_, values, step, drawn, runs) => expect(trace(values, step)).toEqual({ drawn, runs }));

  it('has each sample in one of its runs', () => {
    const sample = fc.oneof(fc.integer(), fc.constantFrom(null, undefined, Number.NaN));
    fc.assert(
      fc.property(fc.array(sample), (values) => {
        const within = (i: number) => trace(values).runs.filter(([first, last]) => first <= i && i <= last).length;
        values.forEach((value, i) => {
          if (Number.isInteger(value)) expect(within(i)).toBe(1);
          else if (value !== undefined) expect(within(i)).toBe(0);
        });
      }),
    );
  });
});
