// @vitest-environment happy-dom
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { drawingContext, fakeCanvas } from '../../testing/canvas.ts';
import { rangeFrame, seriesOf } from '../../testing/frames.ts';
import { fakeLayout } from '../../testing/layout.ts';
import { noon, panelProps } from '../../testing/panelProps.ts';
import timeseries from './index.ts';

fakeCanvas();
fakeLayout(600, 240);
const minute = 60_000;
const count = 61;
const filled = (job: string, valueAt: (i: number) => number) =>
  seriesOf(
    Array.from({ length: count }, (_, i) => valueAt(i)),
    { job },
  );
const small = filled('small', (i) => i);
const big = filled('big', () => 5000);
const half = filled('half', (i) => i / 2);

/** Heights of the lines drawn so far, pixels from the top of their canvas: the plot's own, and those over it. */
let plotted: number[][] = [];
let lit: number[][] = [];

beforeEach(() => {
  plotted = [];
  lit = [];
  vi.stubGlobal('devicePixelRatio', 1);
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 600, 240));
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (this: HTMLCanvasElement) {
    let heights: number[] = [];
    return Object.assign(drawingContext([]), {
      canvas: this,
      beginPath: () => {
        heights = [];
      },
      moveTo: (_: number, y: number) => heights.push(y),
      lineTo: (_: number, y: number) => heights.push(y),
      // Axes and grids are of fewer points.
      stroke: () => heights.length >= count && (this.closest('[role=slider]') ? lit : plotted).push(heights),
    });
  });
});

async function show(series: Parameters<typeof rangeFrame>[0]) {
  const results = (shown: typeof series, end: number) => [
    { query: { expr: 'up' }, frame: rangeFrame(shown, end, minute) },
  ];
  const props = panelProps(timeseries.decodeOptions({ legend: 'table' }), {
    data: { results: results(series, noon) },
    environment: { title: 'Load' },
    size: { width: 600, height: 240 },
  });
  const view = render(<timeseries.Panel {...props} />);
  await screen.findByRole('slider');
  return {
    tick: (next: typeof series) =>
      view.rerender(<timeseries.Panel {...props} data={{ ...props.data, results: results(next, noon + minute) }} />),
  };
}

const lookAt = (name: string) => fireEvent.pointerOver(screen.getByRole('button', { name }));
const ends = (heights: readonly number[] | undefined) => [heights?.at(0), heights?.at(-1)].map(Number);

const onItsLine = () => {
  // What lies over the plot begins where that does, below the edge of the plot's canvas.
  const edge = Number.parseFloat(screen.getByRole('slider').style.top);
  const line = ends(plotted.at(-1)).map((y) => y - edge);
  for (const [i, y] of ends(lit.at(-1)).entries()) expect(Math.abs(y - (line[i] ?? 0))).toBeLessThanOrEqual(1);
};

it('lies on its line, also when the others are hidden', async () => {
  await show([small, big]);
  lookAt('small');
  await waitFor(() => expect(lit).not.toEqual([]));
  const [first, last] = ends(lit.at(-1));
  // Among thousands it is flat.
  expect(Number(first) - Number(last)).toBeLessThan(5);
  fireEvent.click(screen.getByRole('button', { name: 'small' }));
  await waitFor(() => expect(plotted).toHaveLength(3));
  await waitFor(onItsLine, { timeout: 2000 });
  const [from, to] = ends(lit.at(-1));
  expect(Number(from) - Number(to)).toBeGreaterThan(100);
});

it('lies on its line when new samples come', async () => {
  const { tick } = await show([half, small]);
  lookAt('small');
  await waitFor(() => expect(lit).not.toEqual([]));
  onItsLine();
  tick([half, filled('small', (i) => 600 - 10 * i)]);
  await waitFor(() => expect(plotted).toHaveLength(4));
  await waitFor(onItsLine, { timeout: 2000 });
});

it('is drawn for nobody who looks at none', async () => {
  const { tick } = await show([small, big]);
  tick([filled('small', (i) => 60 - i), big]);
  await waitFor(() => expect(plotted).toHaveLength(4));
  expect(lit).toEqual([]);
});
