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

/** Places of the canvas. `lefts` has one more than there are columns: where the last one ends. */
interface Grid {
  readonly lefts: readonly number[];
  /** Of a column. */
  readonly width: number;
  /** Between two columns, where they are wide enough for it. */
  readonly gap: number;
}

/** Draws the cells of a heat chart in one pass; a stretch without data is hatched, within the span that the chart shows. */
export function drawCells(plot: Drawing, columns: HeatColumns, paint: HeatPaint): void {
  const { ctx, bbox } = plot;
  const { model, layout } = columns;
  const count = model.times.length;
  if (count === 0) return;
  const grid = gridOf(plot, model, paint.pixel);
  const image = grid.gap === 0 ? imageOf(columns, paint.ramp) : null;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.imageSmoothingEnabled = false;
  model.rows.forEach((_, r) => {
    const bottom = Math.round(plot.valToPos(layout.edges[r] ?? 0, 'left', true));
    const top = Math.round(plot.valToPos(layout.edges[r + 1] ?? 0, 'left', true));
    const crack = bottom - top >= 7 * paint.pixel ? Math.round(paint.pixel) : 0;
    const levels = columns.levels.subarray(r * count, (r + 1) * count);
    hatchRow(ctx, levels, grid, { top, height: bottom - top }, paint);
    const place = { top: top + crack, height: bottom - top - crack };
    if (image) {
      const [left = 0, right = 0] = [grid.lefts[0], grid.lefts[count]];
      ctx.drawImage(image, 0, r, count, 1, left, place.top, right - left, place.height);
    } else fillRow(ctx, levels, grid, place, paint);
  });
  hatchEnds(plot, grid, paint);
  ctx.restore();
}

function gridOf(plot: Drawing, { times, interval }: HeatModel, pixel: number): Grid {
  const x = (time: number) => Math.round(plot.valToPos(time, 'x', true));
  const lefts = Array.from(times, (time) => x(time - interval / 2));
  lefts.push(x((times.at(-1) ?? 0) + interval / 2));
  const width = ((lefts.at(-1) ?? 0) - (lefts[0] ?? 0)) / times.length;
  return { lefts, width, gap: width >= 9 * pixel ? Math.round(pixel) : 0 };
}

/**
 * The cells as an image of one pixel each, to be stretched: ten thousand cells are painted in one stroke a row. Clear where
 * there is no data. null where there is no canvas.
 */
function imageOf({ model, levels }: HeatColumns, ramp: readonly string[]): HTMLCanvasElement | null {
  const image = document.createElement('canvas');
  image.width = model.times.length;
  image.height = model.rows.length;
  const context = image.getContext('2d');
  if (context === null) return null;
  const pixels = context.createImageData(image.width, image.height);
  const colors = ramp.map((color) => Number.parseInt(color.slice(1), 16));
  for (let i = 0; i < levels.length; i++) {
    const color = colors[levels[i] ?? noData];
    if (color === undefined) continue;
    pixels.data[i * 4] = color >> 16;
    pixels.data[i * 4 + 1] = (color >> 8) & 255;
    pixels.data[i * 4 + 2] = color & 255;
    pixels.data[i * 4 + 3] = 255;
  }
  context.putImageData(pixels, 0, 0);
  return image;
}

interface Band {
  readonly top: number;
  readonly height: number;
}

/** Fills cells one by one, with gaps between them. */
function fillRow(ctx: CanvasRenderingContext2D, levels: Uint8Array, grid: Grid, band: Band, { ramp }: HeatPaint): void {
  levels.forEach((level, i) => {
    if (level === noData) return;
    const [left = 0, right = 0] = [grid.lefts[i], grid.lefts[i + 1]];
    ctx.fillStyle = ramp[level] ?? '';
    ctx.fillRect(left, band.top, right - left - grid.gap, band.height);
  });
}

/** Hatches the stretches of a row that have no data. */
function hatchRow(
  ctx: CanvasRenderingContext2D,
  levels: Uint8Array,
  { lefts }: Grid,
  band: Band,
  paint: HeatPaint,
): void {
  ctx.fillStyle = paint.absent;
  for (let from = levels.indexOf(noData); from >= 0; from = levels.indexOf(noData, from)) {
    let to = from;
    while (levels[to] === noData) to++;
    ctx.fillRect(lefts[from] ?? 0, band.top, (lefts[to] ?? 0) - (lefts[from] ?? 0), band.height);
    from = to;
  }
}

/** Before the first column and after the last one: only where at least a whole one is missing. */
function hatchEnds({ ctx, bbox }: Drawing, { lefts, width }: Grid, paint: HeatPaint): void {
  ctx.fillStyle = paint.absent;
  const [first = 0, last = 0] = [lefts[0], lefts.at(-1)];
  if (first - bbox.left > width) ctx.fillRect(bbox.left, bbox.top, first - bbox.left, bbox.height);
  const rest = bbox.left + bbox.width - last;
  if (rest > width) ctx.fillRect(last, bbox.top, rest, bbox.height);
}
