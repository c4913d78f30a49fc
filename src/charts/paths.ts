import uPlot from 'uplot';
import { remembering } from './axes.ts';
import type { SeriesLook } from './chart.ts';
import type { Column, Columns } from './columns.ts';

/** Draws nothing: the points are drawn apart. */
const noPath: uPlot.Series.PathBuilder = () => null;

/** What a line is drawn with, CSS pixels. */
interface Pen {
  readonly stroke: string;
  readonly width: number;
  readonly dash: number[];
}

/** From so many samples a pixel of the canvas on, what falls upon the same pixel is better summed up first. */
const CROWDED = 4;

/** Gives the canvas pixels from the left of times on a scale, whole ones as uPlot has them; the same for all lines of a chart. */
export type Across = ReturnType<typeof acrossOnce>;

export const acrossOnce = () =>
  remembering((times: Float64Array, min: number, max: number, left: number, width: number) =>
    Float64Array.from(times, (time) => Math.round(left + width * ((time - min) / (max - min)))),
  );

/**
 * How a line that is nothing else is drawn, where all of a chart are such: at once, upon the plot's canvas, rather than as a shape
 * that uPlot is handed to draw. That takes less than half as long, and lines are most of what a refresh costs.
 */
export function strokesOf(
  series: SeriesLook,
  index: number,
  pen: Pen,
  columns: () => Columns,
  across: Across,
): uPlot.Series.PathBuilder {
  const shape = uPlot.paths.linear?.() ?? noPath;
  return (plot, i, from, to) => {
    const { ctx, bbox, scales } = plot;
    if (to - from > bbox.width * CROWDED) return shape(plot, i, from, to);
    const width = pen.width * devicePixelRatio;
    ctx.save();
    // As uPlot has it: a line of an odd width lies in the middle of its pixels.
    ctx.translate((width % 2) / 2, (width % 2) / 2);
    ctx.beginPath();
    ctx.rect(bbox.left - width / 2, bbox.top - width / 2, bbox.width + width, bbox.height + width);
    ctx.clip();
    ctx.strokeStyle = pen.stroke;
    ctx.lineWidth = width;
    // Round ones take longer, and only thick lines show them.
    ctx.lineJoin = width > 2 ? 'round' : 'bevel';
    ctx.setLineDash(pen.dash);
    ctx.beginPath();
    const { times, values } = columns();
    const lefts = across(times, scales.x?.min ?? 0, scales.x?.max ?? 0, bbox.left, bbox.width);
    trace(ctx, values[index] ?? [], [from, to], { bbox, y: scales[series.side], lefts });
    ctx.stroke();
    ctx.restore();
    return null;
  };
}

interface Frame {
  readonly bbox: uPlot.BBox;
  readonly y: uPlot.Scale | undefined;
  /** Canvas pixels from the left at which the times of the columns are. */
  readonly lefts: Float64Array;
}

/** Leads a line through samples of a column; null breaks it. Written out, since it goes over each sample at each drawing. */
function trace(
  ctx: CanvasRenderingContext2D,
  column: Column,
  [from, to]: readonly [number, number],
  { bbox, y, lefts }: Frame,
): void {
  const isLog = y?.distr === 3;
  const [min, max] = [y?.min ?? 0, y?.max ?? 0];
  const low = isLog ? Math.log10(min) : min;
  const range = (isLog ? Math.log10(max) : max) - low;
  const { top, height } = bbox;
  let isBroken = true;
  for (let i = from; i <= to; i++) {
    const value = column[i];
    if (value === null) isBroken = true;
    if (value === null || value === undefined) continue;
    const at = isLog ? Math.log10(value) : value;
    const down = Math.round(top + height * (1 - (at - low) / range));
    if (isBroken) ctx.moveTo(lefts[i] ?? 0, down);
    else ctx.lineTo(lefts[i] ?? 0, down);
    isBroken = false;
  }
}

/**
 * How uPlot is to trace a series. `columns` gives what is drawn now, so that the same builder serves every refresh; `index` is the
 * series' place in it.
 */
export function pathsOf(series: SeriesLook, index: number, stacked: boolean, columns: () => Columns) {
  if (series.draw === 'points') return noPath;
  if (series.draw === 'bars') return bars(index, stacked, columns);
  const line = series.step ? uPlot.paths.stepped?.({ align: 1 }) : uPlot.paths.linear?.();
  if (line === undefined) return noPath;
  return stacked && series.draw === 'area' ? overBase(line, index, series.step, columns) : line;
}

function bars(index: number, stacked: boolean, columns: () => Columns): uPlot.Series.PathBuilder {
  const size: [number, number, number] = [0.72, 40, 1];
  const values = (column: ArrayLike<number | null | undefined> | null | undefined) => Array.from(column ?? []);
  const disp: uPlot.Series.BarsPathBuilderDisplay = {
    y0: { unit: 1, values: () => values(columns().bases[index]) },
    y1: { unit: 1, values: () => values(columns().values[index]) },
  };
  return uPlot.paths.bars?.(stacked ? { size, disp } : { size }) ?? noPath;
}

/** A line whose fill ends at the pile below it rather than at zero. */
function overBase(
  line: uPlot.Series.PathBuilder,
  index: number,
  step: boolean,
  columns: () => Columns,
): uPlot.Series.PathBuilder {
  return (plot, seriesIndex, from, to) => {
    const paths = line(plot, seriesIndex, from, to);
    const base = columns().bases[index];
    const values = columns().values[index];
    const scale = plot.series[seriesIndex]?.scale;
    if (!paths || !base || !values || scale === undefined) return paths;
    const { times } = columns();
    const fill = new Path2D();
    let run: number[] = [];
    const close = () => {
      const x = (i: number) => plot.valToPos(times[i] ?? 0, 'x', true);
      const y = (value: number | null | undefined) => plot.valToPos(value ?? 0, scale, true);
      run.forEach((i, n) => {
        const before = run[n - 1];
        if (before === undefined) fill.moveTo(x(i), y(values[i]));
        else if (step) fill.lineTo(x(i), y(values[before]));
        fill.lineTo(x(i), y(values[i]));
      });
      run.reverse().forEach((i, n) => {
        const after = run[n - 1];
        if (step && after !== undefined) fill.lineTo(x(after), y(base[i]));
        fill.lineTo(x(i), y(base[i]));
      });
      if (run.length > 0) fill.closePath();
      run = [];
    };
    for (let i = from; i <= to; i++) {
      const value = values[i];
      if (value === null) close();
      else if (value !== undefined) run.push(i);
    }
    close();
    return { ...paths, fill };
  };
}
