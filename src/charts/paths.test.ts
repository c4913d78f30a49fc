// @vitest-environment happy-dom
import fc from 'fast-check';
import uPlot from 'uplot';
import { expect, it, vi } from 'vitest';
import { fakeCanvas } from '../testing/canvas.ts';
import { chartSeries } from '../testing/frames.ts';
import type { Columns } from './columns.ts';
import { acrossOnce, strokesOf } from './paths.ts';

fakeCanvas();

type Point = readonly [x: number, y: number];
type Value = number | null | undefined;

class Shape {
  readonly points: Point[] = [];
  lineTo(x: number, y: number) {
    this.points.push([x + 0, y + 0]);
  }
}

interface Given {
  readonly values: Value[];
  readonly isLog?: boolean;
}

/** A plot of one line, a sample a minute, 300 x 100 pixels without axes, drawn by nobody yet. */
async function plotOf({ values, isLog = false }: Given) {
  const times = Float64Array.from(values, (_, i) => 1.7e12 + i * 60_000);
  const columns: Columns = { times, values: [values], bases: [null], lone: [null] };
  const plot = new uPlot(
    {
      ...{ width: 300, height: 100, padding: [0, 0, 0, 0], legend: { show: false }, cursor: { show: false } },
      scales: { x: { time: false }, left: { distr: isLog ? 3 : 1 } },
      axes: [{ show: false }, { show: false, scale: 'left' }],
      series: [{}, { scale: 'left', paths: () => null, points: { show: false } }],
    },
    [times, values],
    document.body,
  );
  // uPlot sets its scales in a microtask.
  await Promise.resolve();
  const paths = strokesOf(chartSeries([]), 0, { stroke: 'red', width: 2, dash: [] }, () => columns, acrossOnce());
  return { plot, paths, last: values.length - 1 };
}

/** The lines that are stroked, each as its points. */
async function strokedOf(given: Given): Promise<readonly Point[][]> {
  const { plot, paths, last } = await plotOf(given);
  const lines: Point[][] = [];
  // What is rounded to zero from below is no other place.
  plot.ctx.moveTo = (x, y) => void lines.push([[x + 0, y + 0]]);
  plot.ctx.lineTo = (x, y) => void lines.at(-1)?.push([x + 0, y + 0]);
  expect(paths(plot, 1, 0, last)).toBeNull();
  plot.destroy();
  return lines;
}

/** The points of uPlot's own line. */
async function tracedOf(given: Given): Promise<readonly Point[]> {
  vi.stubGlobal('Path2D', Shape);
  const { plot, last } = await plotOf(given);
  const shape: unknown = uPlot.paths.linear?.()(plot, 1, 0, last)?.stroke;
  plot.destroy();
  if (!(shape instanceof Shape)) throw new Error('uPlot traces a line as a shape');
  return shape.points;
}

it.each([false, true])('a line goes where uPlot would lead it (logarithmic: %s)', async (isLog) => {
  const values = fc.array(fc.double({ min: isLog ? 1e-6 : -1e9, max: 1e9, noNaN: true }), {
    minLength: 2,
    maxLength: 90,
  });
  await fc.assert(
    fc.asyncProperty(values, async (values) => {
      expect((await strokedOf({ values, isLog })).flat()).toEqual(await tracedOf({ values, isLog }));
    }),
    { numRuns: 60 },
  );
});

it('null breaks it, undefined does not', async () => {
  const lines = await strokedOf({ values: [1, 2, null, null, 3, undefined, 4, null] });
  expect(lines.map((line) => line.length)).toEqual([2, 2]);
});

it('where very many samples fall upon a pixel, they are left to uPlot, which sums them up', async () => {
  const { plot, paths, last } = await plotOf({ values: Array.from({ length: 1300 }, (_, i) => i % 7) });
  expect(paths(plot, 1, 0, last)).not.toBeNull();
  plot.destroy();
});
