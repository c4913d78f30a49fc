import type uPlot from 'uplot';
import type { Tone } from '../../model/thresholds.ts';
import type { PlotColumns } from '../axes.ts';
import type { StatesModel } from './states.ts';

/** What a state chart draws from: uPlot has no series of its own, the blocks are drawn with the axes. */
export interface StatesColumns extends PlotColumns {
  readonly model: StatesModel;
}

/** Colors of the states in their order, and what stands for no data. */
export interface StatesPaint {
  readonly fills: readonly string[];
  /** Of the texts in blocks. */
  readonly ink: string;
  readonly absent: string | CanvasPattern;
  readonly font: string;
  /** What is a CSS pixel on a page, in pixels of the canvas. */
  readonly pixel: number;
}

/** Share of its row that a block is high: the worse the higher, so that color does not tell alone. */
const heights: Readonly<Record<Tone, number>> = { critical: 0.92, warning: 0.78, info: 0.64, neutral: 0.64, ok: 0.64 };
const usualHeight = 0.64;

/** From 0 at the bottom to 1 at the top: the middle of a row of so many. */
export function middleOf(row: number, count: number): number {
  return 1 - (row + 0.5) / Math.max(1, count);
}

/** Index of the row at this share of the height, from the top. */
export function rowAt(share: number, count: number): number {
  return Math.min(count - 1, Math.max(0, Math.floor(share * count)));
}

/** What of a plot is needed to draw on it. */
type Drawing = Pick<uPlot, 'ctx' | 'bbox' | 'valToPos'>;

/** Draws every row: hatched where nothing is known, and its blocks with their states' names where they fit. */
export function drawRows(plot: Drawing, { model }: StatesColumns, paint: StatesPaint): void {
  const { ctx, bbox } = plot;
  const { rows, states } = model;
  const rowHeight = bbox.height / Math.max(1, rows.length);
  const x = (time: number) =>
    Math.min(bbox.left + bbox.width, Math.max(bbox.left, Math.round(plot.valToPos(time, 'x', true))));
  ctx.save();
  ctx.font = paint.font;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  rows.forEach(({ blocks }, r) => {
    const middle = bbox.top + (r + 0.5) * rowHeight;
    const place = (share: number) => {
      const height = Math.max(2, Math.round(rowHeight * share));
      return { top: Math.round(middle - height / 2), height };
    };
    const track = place(usualHeight);
    ctx.fillStyle = paint.absent;
    let known = bbox.left;
    for (const { from, to, state } of blocks) {
      const [left, right] = [x(from), x(to)];
      ctx.fillStyle = paint.absent;
      if (left > known) ctx.fillRect(known, track.top, left - known, track.height);
      known = Math.max(known, right);
      if (right <= bbox.left || left >= bbox.left + bbox.width) continue;
      const tone = states[state]?.tone ?? null;
      const { top, height } = place(tone === null ? usualHeight : heights[tone]);
      // A short spell still has to be seen.
      const width = Math.max(Math.round(paint.pixel), right - left);
      // A crack between neighbors, so that equal cells of a status history can be told apart.
      const crack = width > 4 * paint.pixel ? Math.round(paint.pixel) : 0;
      ctx.fillStyle = paint.fills[state] ?? '';
      ctx.fillRect(left, top, width - crack, height);
      writeState(ctx, states[state]?.text ?? '', { left, middle, width }, paint);
    }
    const rest = bbox.left + bbox.width - known;
    ctx.fillStyle = paint.absent;
    if (rest > 0) ctx.fillRect(known, track.top, rest, track.height);
  });
  ctx.restore();
}

function writeState(
  ctx: CanvasRenderingContext2D,
  text: string,
  { left, middle, width }: { readonly left: number; readonly middle: number; readonly width: number },
  { ink, pixel }: StatesPaint,
): void {
  const margin = 6 * pixel;
  if (ctx.measureText(text).width + 2 * margin > width) return;
  ctx.fillStyle = ink;
  ctx.fillText(text, left + margin, middle + pixel / 2);
}
