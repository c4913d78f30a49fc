// @vitest-environment happy-dom
import uPlot from 'uplot';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeCanvas } from '../testing/canvas.ts';
import { takeTurns } from './turns.ts';

fakeCanvas();
beforeEach(() => {
  vi.useFakeTimers();
  // Each path takes 5 ms.
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 5));
});
afterEach(() => vi.useRealTimers());

/** How many paths the frames of a plot of so many lines had. */
async function framesOf(lines: number): Promise<number[]> {
  const turns = takeTurns(lines);
  const path = vi.fn((): uPlot.Series.Paths => ({ stroke: new Path2D(), flags: 1 }));
  const series = Array.from({ length: lines }, () => ({ paths: turns.paths(path) }));
  const data: uPlot.AlignedData = [[0, 1, 2], ...series.map(() => [1, 2, 3])];
  const hooks = { drawClear: [turns.hooks.drawClear], draw: [turns.hooks.draw], destroy: [turns.hooks.destroy] };
  const plot = new uPlot({ width: 300, height: 100, series: [{}, ...series], hooks }, data, document.body);
  const frames: number[] = [];
  let drawn = 0;
  for (let frame = 0; frame < 100 && (frame === 0 || drawn < lines); frame++) {
    // uPlot draws in a microtask.
    await Promise.resolve();
    frames.push(path.mock.calls.length - drawn);
    drawn = path.mock.calls.length;
    vi.advanceTimersToNextFrame();
  }
  plot.destroy();
  return frames;
}

it.each([1, 100])('%i of them come at once, however long they take', async (lines) => {
  expect(await framesOf(lines)).toEqual([lines]);
});

it('more come over frames, after one without any, each line traced once', async () => {
  const [first, ...others] = await framesOf(120);
  expect(first).toBe(0);
  expect(others.length).toBeGreaterThan(10);
  expect(Math.max(...others)).toBeLessThan(10);
  expect(others.reduce((sum, count) => sum + count)).toBe(120);
});
