import { describe, expect, it } from 'vitest';
import type { Frame } from '../../model/frame.ts';
import { gridOf, seriesOf } from '../../testing/frames.ts';
import { joinFrames } from './joinFrames.ts';

const STEP = 10;

/** A frame from `start` on; null is absent. */
function frameOf(start: number, columns: Readonly<Record<string, readonly (number | null)[]>>, size?: number): Frame {
  const lists = Object.entries(columns);
  const times = gridOf(size ?? lists[0]?.[1].length ?? 0, STEP, start);
  return { kind: 'range', times, step: STEP, series: lists.map(([pod, list]) => seriesOf(list, { pod })) };
}

const join = (old: Frame, tail: Frame | null, start: number, end: number) =>
  joinFrames(old, tail, { start, end, step: STEP });

const { NaN: nan } = Number;

describe('joins', () => {
  it.each([
    {
      title: 'a window that moves on',
      old: frameOf(0, { a: [1, 2, 3, 4] }),
      tail: frameOf(20, { a: [3, 5, 6] }),
      expected: frameOf(10, { a: [2, 3, 5, 6] }),
    },
    {
      title: 'a gap that leaves the window',
      old: frameOf(0, { a: [null, 2, 3, 4] }),
      tail: frameOf(20, { a: [3, 5, 6] }),
      expected: frameOf(10, { a: [2, 3, 5, 6] }),
    },
    {
      title: 'a gap that stays',
      old: frameOf(0, { a: [1, null, 3, 4] }),
      tail: frameOf(20, { a: [3, 5, 6] }),
      expected: frameOf(10, { a: [null, 3, 5, 6] }),
    },
    {
      title: 'a sample that came late',
      old: frameOf(0, { a: [1, 2, 3, null] }),
      tail: frameOf(20, { a: [3, 5, 6] }),
      expected: frameOf(10, { a: [2, 3, 5, 6] }),
    },
    {
      title: 'a sample that is not there any more',
      old: frameOf(0, { a: [1, 2, 3, 4] }),
      tail: frameOf(20, { a: [3, null, 6] }),
      expected: frameOf(10, { a: [2, 3, null, 6] }),
    },
    {
      title: 'a NaN, which is a sample',
      old: frameOf(0, { a: [1, nan, nan, 4] }),
      tail: frameOf(20, { a: [nan, nan, 6] }),
      expected: frameOf(10, { a: [nan, nan, nan, 6] }),
    },
    {
      title: 'a series that ended: it does not go on',
      old: frameOf(0, { a: [1, 2, null, null], b: [1, 1, 1, 1] }),
      tail: frameOf(20, { b: [1, 1, 1] }),
      expected: frameOf(10, { a: [2, null, null, null], b: [1, 1, 1, 1] }),
    },
    {
      title: 'a series that has left the window: it is gone',
      old: frameOf(0, { a: [1, null, null, null], b: [1, 1, 1, 1] }),
      tail: frameOf(20, { b: [1, 1, 1] }),
      expected: frameOf(10, { b: [1, 1, 1, 1] }),
    },
    {
      title: 'a series that has come, in its place',
      old: frameOf(0, { a: [1, 1, 1, 1], c: [1, 1, 1, 1] }),
      tail: frameOf(20, { a: [1, 1, 1], b: [null, 7, 8], c: [1, 1, 1] }),
      expected: frameOf(10, { a: [1, 1, 1, 1], b: [null, null, 7, 8], c: [1, 1, 1, 1] }),
    },
    {
      title: 'the first series that there is',
      old: frameOf(0, {}, 4),
      tail: frameOf(20, { a: [null, 7, 8] }),
      expected: frameOf(10, { a: [null, null, 7, 8] }),
    },
    {
      title: 'nothing with nothing',
      old: frameOf(0, {}, 4),
      tail: frameOf(20, {}, 3),
      expected: frameOf(10, {}, 4),
    },
    {
      title: 'what servers round differently',
      old: frameOf(0, { a: [1, 2, 0.1 + 0.2, 4] }),
      tail: frameOf(20, { a: [0.3, 5, 6] }),
      expected: frameOf(10, { a: [2, 0.3, 5, 6] }),
    },
  ])('$title', ({ old, tail, expected }) => {
    const before = structuredClone(old);
    expect(join(old, tail, 10, 40)).toEqual(expected);
    expect(old).toEqual(before);
  });

  it('a part of the old answer with nothing', () => {
    const old = frameOf(0, { a: [1, null, 3, 4], b: [1, null, null, null], c: [null, 2, 3, null] });
    const frame = join(old, null, 10, 20);
    expect(frame).toEqual(frameOf(10, { a: [null, 3], c: [2, 3] }));
    // Room for two values of each, and nothing of the old answer's.
    expect(frame?.series[0]?.values.buffer.byteLength).toBe(3 * 16);
  });
});

describe('does not join, since what was settled has changed', () => {
  it.each([
    ['a value', frameOf(20, { a: [3.1, 5, 6], b: [1, 1, 1] })],
    ['a value that was a number', frameOf(20, { a: [nan, 5, 6], b: [1, 1, 1] })],
    ['a value that is infinite now', frameOf(20, { a: [Number.POSITIVE_INFINITY, 5, 6], b: [1, 1, 1] })],
    ['a sample that is gone', frameOf(20, { a: [null, 5, 6], b: [1, 1, 1] })],
    ['a series that is gone', frameOf(20, { b: [1, 1, 1] })],
    ['a series that was not there', frameOf(20, { a: [3, 5, 6], b: [1, 1, 1], c: [1, 1, 1] })],
  ])('%s', (_, tail) => {
    const old = frameOf(0, { a: [1, 2, 3, 4], b: [1, 1, 1, 1] });
    expect(join(old, tail, 10, 40)).toBeNull();
  });
});
