import type uPlot from 'uplot';
import type { Tone } from '../../model/thresholds.ts';
import type { PlotColumns } from '../axes.ts';
import type { Block, StateRow, StatesModel } from './states.ts';
import type { StatePaint } from './statesPaint.ts';

/** What a state chart draws from: uPlot has no series of its own, the blocks are drawn with the axes. */
export interface StatesColumns extends PlotColumns {
  readonly model: StatesModel;
  /** The most that a row is high, CSS pixels: a few rows stay together at the top of a large panel. */
  readonly tallest: number;
}

/** Paints of the states in their order, and what stands for no data. */
export interface StatesPaint {
  readonly states: readonly StatePaint[];
  readonly absent: string | CanvasPattern;
  /** Of texts where there is no data, and around them. */
  readonly faintInk: string;
  readonly criticalInk: string;
  readonly panel: string;
  readonly font: string;
  /** What is a CSS pixel on a page, in pixels of the canvas. */
  readonly pixel: number;
  /** What is written after the end of a row's data, or where there is none at all; '' for nothing. */
  readonly absenceText: (row: StateRow) => string;
}

/** Share of its row that a block is high: the worse the higher, so that color does not tell alone. */
const heights: Readonly<Record<Tone, number>> = { critical: 0.92, warning: 0.78, info: 0.64, neutral: 0.64, ok: 0.64 };
const usualHeight = 0.64;
/** The height of each row, CSS pixels. */
export function rowHeightOf({ model, tallest }: StatesColumns, { bbox }: Pick<uPlot, 'bbox'>): number {
  return Math.min(tallest, bbox.height / devicePixelRatio / Math.max(1, model.rows.length));
}

/** What of a plot is needed to draw on it. */
type Drawing = Pick<uPlot, 'ctx' | 'bbox' | 'valToPos'>;

/** Equal neighbors that are too narrow to be told apart count as one. Canvas pixels. */
interface Stretch {
  readonly left: number;
  readonly right: number;
  readonly state: number;
}

/** Draws every row in one pass: hatched where nothing is known, and its blocks with their states' names where they fit. */
export function drawRows(plot: Drawing, columns: StatesColumns, paint: StatesPaint): void {
  const { ctx, bbox } = plot;
  const { model } = columns;
  const rowHeight = rowHeightOf(columns, plot) * devicePixelRatio;
  const end = bbox.left + bbox.width;
  const widthOf = textWidths(ctx);
  ctx.save();
  ctx.font = paint.font;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  ctx.lineWidth = 4 * paint.pixel;
  model.rows.forEach((row, r) => {
    const middle = bbox.top + (r + 0.5) * rowHeight;
    const place = (share: number) => placeOf(middle, rowHeight, share);
    const stretches = stretchesOf(plot, row, paint.pixel);
    drawAbsent(ctx, stretches, { left: bbox.left, right: end, ...place(usualHeight) }, paint);
    // The worse comes later: a short outage stays in sight between long spells of what is well.
    for (const stretch of stretches.toSorted((a, b) => heightOf(model, a) - heightOf(model, b))) {
      drawBlock(ctx, stretch, place(heightOf(model, stretch)), paint);
    }
    const write = (text: string, left: number, right: number, look: Omit<StatePaint, 'fill'>) => {
      const margin = 6 * paint.pixel;
      if (right - left < 3 * margin || widthOf(text) + 2 * margin > right - left) return;
      ctx.strokeStyle = look.halo;
      ctx.strokeText(text, left + margin, middle + paint.pixel / 2);
      ctx.fillStyle = look.ink;
      ctx.fillText(text, left + margin, middle + paint.pixel / 2);
    };
    for (const { left, right, state } of stretches) {
      const look = paint.states[state];
      if (look) write(model.states[state]?.text ?? '', left, right, look);
    }
    const why = paint.absenceText(row);
    if (why !== '') {
      const faint = { ink: row.isDown ? paint.criticalInk : paint.faintInk, halo: paint.panel };
      write(why, stretches.at(-1)?.right ?? bbox.left, end, faint);
    }
  });
  ctx.restore();
}

function heightOf({ states }: StatesModel, { state }: Stretch): number {
  const tone = states[state]?.tone;
  return tone ? heights[tone] : usualHeight;
}

function placeOf(middle: number, whole: number, share: number) {
  const height = Math.max(2, Math.round(whole * share));
  return { top: Math.round(middle - height / 2), height };
}

/** Where the blocks of a row are within the plot. What is well may be too short to be seen; all else never is. */
function stretchesOf({ bbox, valToPos }: Drawing, { blocks }: StateRow, pixel: number): Stretch[] {
  const end = bbox.left + bbox.width;
  const x = (time: number) => Math.min(end, Math.max(bbox.left, Math.round(valToPos(time, 'x', true))));
  const stretches: Stretch[] = [];
  const add = ({ from, to, state }: Block) => {
    const [left, right] = [x(from), x(to)];
    if (right <= bbox.left || left >= end) return;
    const before = stretches.at(-1);
    const isNarrow = right - left < 3 * pixel;
    if (isNarrow && before?.state === state && before.right >= left) {
      stretches[stretches.length - 1] = { ...before, right };
    } else stretches.push({ left, right: Math.max(right, left + Math.round(pixel)), state });
  };
  for (const block of blocks) add(block);
  return stretches;
}

function drawBlock(
  ctx: CanvasRenderingContext2D,
  { left, right, state }: Stretch,
  { top, height }: { readonly top: number; readonly height: number },
  { states, pixel }: StatesPaint,
): void {
  // A crack between neighbors, so that equal cells of a status history can be told apart.
  const crack = right - left > 4 * pixel ? Math.round(pixel) : 0;
  ctx.fillStyle = states[state]?.fill ?? '';
  ctx.fillRect(left, top, right - left - crack, height);
}

/** Hatches what is between the stretches of a row. */
function drawAbsent(
  ctx: CanvasRenderingContext2D,
  stretches: readonly Stretch[],
  track: { readonly left: number; readonly right: number; readonly top: number; readonly height: number },
  { absent }: StatesPaint,
): void {
  ctx.fillStyle = absent;
  let known = track.left;
  for (const { left, right } of [...stretches, { left: track.right, right: track.right }]) {
    if (left > known) ctx.fillRect(known, track.top, left - known, track.height);
    known = Math.max(known, right);
  }
}

/** Measures each text once: rows say the same few over and over. */
function textWidths(ctx: CanvasRenderingContext2D): (text: string) => number {
  const widths = new Map<string, number>();
  return (text) => {
    const width = widths.get(text) ?? ctx.measureText(text).width;
    widths.set(text, width);
    return width;
  };
}
