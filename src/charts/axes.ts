import type uPlot from 'uplot';
import type { Language } from '../model/language.ts';
import type { Span } from './chart.ts';
import type { Column } from './columns.ts';
import { resolveToken } from './palette.ts';
import { timeTicks } from './timeTicks.ts';

/** For whom axes are written, and in which colors. */
export interface AxisLook {
  readonly theme: 'light' | 'dark';
  readonly language: Language;
  readonly timeZone: string;
}

/** Where a plot is drawn, CSS pixels. */
export interface PlotPlace {
  readonly width: number;
  readonly height: number;
  /** Of the axes; lines and distances grow with it. */
  readonly textSize: number;
}

/** The size of axis text on a page (`--text-xs`), CSS pixels. */
export const pageTextSize = 11;

/** The least that a plot draws from: one grid of times, and a column for each of uPlot's series. */
export interface PlotColumns {
  readonly times: Float64Array;
  readonly values: readonly Column[];
}

/** What changes with every refresh; the options read it through here. */
export interface PlotState<C extends PlotColumns = PlotColumns> {
  columns: C;
  span: Span;
}

/** Least pixels between two ticks of the time axis, in multiples of the text size. */
const tickSpacing = 7;

/** What every plot has: pointer, legend and tooltip are not uPlot's, they are drawn over it. */
export function bareOptions(state: Pick<PlotState, 'span'>, { width, height }: PlotPlace) {
  return {
    width,
    height,
    ms: 1,
    legend: { show: false },
    cursor: { show: false },
    select: { show: false, left: 0, top: 0, width: 0, height: 0 },
    timeScale: { time: true, range: (): uPlot.Range.MinMax => [state.span.from, state.span.to] },
  } as const;
}

/** Remembers the last result: in one drawing uPlot asks several times for the same ticks, texts and widths. */
export function remembering<A extends readonly unknown[], R>(compute: (...given: A) => R): (...given: A) => R {
  let last: { readonly given: A; readonly result: R } | null = null;
  return (...given) => {
    const isSame = last?.given.every((one, i) => Object.is(one, given[i]));
    if (last === null || !isSame) last = { given, result: compute(...given) };
    return last.result;
  };
}

/** The time axis below a plot, on round times of the viewer's clock. */
export function timeAxis(look: AxisLook, state: Pick<PlotState, 'span'>, textSize: number): uPlot.Axis {
  const { language, timeZone, theme } = look;
  const font = fontOf(textSize, theme);
  const fitting = remembering((from: number, to: number, width: number) => {
    const timeOf = (pixels: number) => (pixels / width) * (to - from);
    for (let count = Math.max(2, Math.floor(width / (textSize * tickSpacing))); ; count--) {
      const all = timeTicks({ from, to }, count, timeZone, language);
      const texts = all.map((tick) => tick.text);
      const label = widest(texts, font);
      const [apart, margin] = [timeOf(label + textSize), timeOf(label / 2)];
      const collides = all.some(({ time }, i) => time - (all[i - 1]?.time ?? Number.NEGATIVE_INFINITY) < apart);
      // Nor is any cut at the ends.
      if (!collides || count === 1) return all.filter(({ time }) => time >= from + margin && time <= to - margin);
    }
  });
  const ticks = ({ bbox, width }: uPlot) =>
    fitting(state.span.from, state.span.to, bbox.width / devicePixelRatio || width);
  return {
    ...plainAxis(font, resolveToken('--ink-3', theme)),
    scale: 'x',
    side: 2,
    size: Math.ceil(textSize * 1.9),
    gap: Math.ceil(textSize * 0.5),
    grid: { show: false },
    splits: (plot) => ticks(plot).map((tick) => tick.time),
    values: (plot) => ticks(plot).map((tick) => tick.text),
  };
}

/** A font as a canvas takes it. */
export function fontOf(size: number, theme: 'light' | 'dark'): string {
  return `${Math.round(size)}px ${resolveToken('--font', theme)}`;
}

/** An axis of texts only. */
export function plainAxis(font: string, color: string): uPlot.Axis {
  return {
    font,
    stroke: color,
    ticks: { show: false },
    border: { show: false },
    // uPlot draws no axis without an increment; the ticks here are computed elsewhere.
    space: 1,
    incrs: (_plot, _index, min, max) => [Math.max(5, max - min)],
  };
}

let ruler: CanvasRenderingContext2D | null = null;

/** Width of the widest of some texts, CSS pixels, in steps that keep the plot from moving with every digit. */
export function widest(texts: readonly string[] | null, font: string): number {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (ruler === null || texts === null) return 0;
  ruler.font = font;
  let width = 0;
  for (const text of texts) width = Math.max(width, ruler.measureText(text).width);
  return Math.ceil(width / 4) * 4;
}
