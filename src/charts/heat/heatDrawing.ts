import type uPlot from 'uplot';
import type { PlotColumns } from '../axes.ts';
import { extentOf, type HeatLayout, type HeatModel, levelOf } from './heat.ts';

/** What a heat chart draws from: the lines are uPlot's series, the cells are drawn below them. */
export interface HeatColumns extends PlotColumns {
  readonly model: HeatModel;
  readonly layout: HeatLayout;
  /** The color of each cell; 255 where there is no data. */
  readonly levels: Uint8Array;
}

/** In `levels`: no data. */
const noData = 255;

/** Lines are drawn twice: wide in the color of the panel, so that they can be told from any cell, and in their own. */
export function toHeatColumns(model: HeatModel, layout: HeatLayout): HeatColumns {
  const extent = extentOf(model.cells);
  const levels = Uint8Array.from(model.cells, (cell) =>
    Number.isNaN(cell) ? noData : levelOf(cell, extent, model.colors),
  );
  const lines = model.lines.map(({ values }) =>
    Array.from(values, (value) => (Number.isFinite(value) ? layout.project(value) : null)),
  );
  return { times: model.times, values: [...lines, ...lines], model, layout, levels };
}

/** Colors of the cells by level, and what stands for no data. */
export interface HeatPaint {
  readonly ramp: readonly string[];
  readonly absent: string | CanvasPattern;
  /** What is a CSS pixel on a page, in pixels of the canvas. */
  readonly pixel: number;
}

/** What of a plot is needed to draw on it. */
type Drawing = Pick<uPlot, 'ctx' | 'bbox' | 'valToPos'>;

/**
 * Draws the cells of a heat chart in one pass, equal neighbors of a row as one; a stretch without data is hatched, within
 * the span that the chart shows.
 */
export function drawCells(plot: Drawing, { model, layout, levels }: HeatColumns, { ramp, absent, pixel }: HeatPaint) {
  const { ctx, bbox } = plot;
  const { times, interval, rows } = model;
  const count = times.length;
  if (count === 0) return;
  const x = (time: number) => Math.round(plot.valToPos(time, 'x', true));
  const lefts = Array.from(times, (time) => x(time - interval / 2));
  lefts.push(x((times[count - 1] ?? 0) + interval / 2));
  const width = ((lefts[count] ?? 0) - (lefts[0] ?? 0)) / count;
  const gap = width >= 9 * pixel ? Math.round(pixel) : 0;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  rows.forEach((_, r) => {
    const bottom = Math.round(plot.valToPos(layout.edges[r] ?? 0, 'left', true));
    const top = Math.round(plot.valToPos(layout.edges[r + 1] ?? 0, 'left', true));
    const crack = bottom - top >= 7 * pixel ? Math.round(pixel) : 0;
    for (let from = 0; from < count; ) {
      const level = levels[r * count + from] ?? noData;
      let to = from + 1;
      while (to < count && levels[r * count + to] === level && (gap === 0 || level === noData)) to++;
      const left = lefts[from] ?? 0;
      const isAbsent = level === noData;
      ctx.fillStyle = isAbsent ? absent : (ramp[level] ?? '');
      const cut = isAbsent ? 0 : 1;
      ctx.fillRect(left, top + crack * cut, (lefts[to] ?? 0) - left - gap * cut, bottom - top - crack * cut);
      from = to;
    }
  });
  // Before the first column and after the last one: only where at least a whole one is missing.
  ctx.fillStyle = absent;
  const [first = 0, last = 0] = [lefts[0], lefts[count]];
  if (first - bbox.left > width) ctx.fillRect(bbox.left, bbox.top, first - bbox.left, bbox.height);
  const rest = bbox.left + bbox.width - last;
  if (rest > width) ctx.fillRect(last, bbox.top, rest, bbox.height);
  ctx.restore();
}
