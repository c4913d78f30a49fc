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

interface Frame {
  /** How many lines were traced in it, and how many were stroked. */
  readonly traced: number;
  readonly stroked: number;
}

/** The first frames of a plot of so many lines until it has all of them, the traced shapes, and the plot. */
async function plotOf(lines: number, most = 100) {
  const traced: uPlot.Series.Paths[] = [];
  const path = (): uPlot.Series.Paths => {
    const paths = { stroke: new Path2D(), flags: 1 };
    traced.push(paths);
    return paths;
  };
  const series = Array.from({ length: lines }, () => ({ paths: path, stroke: 'red', points: { show: false } }));
  const data: uPlot.AlignedData = [[0, 1, 2], ...series.map(() => [1, 2, 3])];
  const options = { width: 300, height: 100, series: [{}, ...series], axes: [{ show: false }, { show: false }] };
  const plot = new uPlot(takeTurns(options), data, document.body);
  let stroked = 0;
  plot.ctx.stroke = () => void stroked++;
  const frame = async (): Promise<Frame> => {
    const before = { traced: traced.length, stroked };
    // uPlot draws in a microtask.
    await Promise.resolve();
    vi.advanceTimersToNextFrame();
    return { traced: traced.length - before.traced, stroked: stroked - before.stroked };
  };
  const frames: Frame[] = [];
  while (frames.length < most && traced.length < lines) frames.push(await frame());
  return { plot, frames, traced, frame };
}

const sum = (frames: readonly Frame[], of: keyof Frame) => frames.reduce((all, frame) => all + frame[of], 0);

it('many lines come over frames, each traced once and stroked once', async () => {
  const { plot, frames } = await plotOf(120);
  expect(frames.length).toBeGreaterThan(10);
  expect(Math.max(...frames.map(({ traced }) => traced))).toBeLessThan(10);
  expect([sum(frames, 'traced'), sum(frames, 'stroked')]).toEqual([120, 120]);
  plot.destroy();
});

it('afterwards each is drawn again with what it was traced to', async () => {
  const { plot, frame, traced } = await plotOf(120);
  expect(traced.every(({ stroke }) => stroke instanceof Path2D)).toBe(true);
  plot.redraw(false);
  expect(await frame()).toEqual({ traced: 0, stroked: 120 });
  plot.destroy();
});

it('drawn meanwhile for another reason, it has all that it had, and goes on', async () => {
  const { plot, frame, frames, traced } = await plotOf(120, 5);
  const had = sum(frames, 'traced');
  expect([had > 0, had < 120]).toEqual([true, true]);
  plot.redraw(false);
  expect((await frame()).stroked).toBeGreaterThanOrEqual(had);
  while (traced.length < 120) await frame();
  plot.redraw(false);
  expect((await frame()).stroked).toBe(120);
  plot.destroy();
});

it('lines that are drawn at once come over frames, too, each drawn once, and then it rests', async () => {
  const drawn: number[] = [];
  const path: uPlot.Series.PathBuilder = (_plot, i) => {
    drawn.push(i);
    return null;
  };
  const series = Array.from({ length: 120 }, () => ({ paths: path, points: { show: false } }));
  const data: uPlot.AlignedData = [[0, 1, 2], ...series.map(() => [1, 2, 3])];
  const options = { width: 300, height: 100, series: [{}, ...series], axes: [{ show: false }, { show: false }] };
  const plot = new uPlot(takeTurns(options), data, document.body);
  for (let frame = 0; frame < 100; frame++) {
    await Promise.resolve();
    vi.advanceTimersToNextFrame();
  }
  expect(drawn).toEqual(Array.from({ length: 120 }, (_, i) => i + 1));
  expect(vi.getTimerCount()).toBe(0);
  plot.destroy();
});
