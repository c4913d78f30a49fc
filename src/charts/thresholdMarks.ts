import type uPlot from 'uplot';
import type { Threshold, Tone } from '../model/thresholds.ts';
import { faint } from './palette.ts';

/** The marks of ui/Mark as text, for a canvas: color is not the only sign. */
const signs: Readonly<Record<Tone, string>> = { ok: '●', info: '■', warning: '○', critical: '◆', neutral: '' };

/** What is needed to draw thresholds. `text` writes a threshold's value, `color` resolves a tone. */
export interface ThresholdMarks {
  readonly thresholds: readonly Threshold[];
  readonly style: 'none' | 'line' | 'band';
  readonly font: string;
  /** What is a CSS pixel on a page, in pixels of the canvas. */
  readonly pixel: number;
  /** Color around the text, so that it can be read over lines. */
  readonly halo: string;
  readonly text: (value: number) => string;
  readonly color: (tone: Tone) => string;
}

/** What of a plot is needed to draw on it. */
type Drawing = Pick<uPlot, 'ctx' | 'bbox' | 'scales' | 'valToPos'>;

/** Draws the thresholds of the left axis, to be called before the series: dashed lines, and in `band` style the zones above them. */
export function drawThresholds(plot: Drawing, { thresholds, style, pixel, color }: ThresholdMarks): void {
  if (style === 'none') return;
  const { ctx } = plot;
  const { left, width } = plot.bbox;
  const sorted = thresholds.toSorted((a, b) => (a.value ?? -Infinity) - (b.value ?? -Infinity));
  ctx.save();
  if (style === 'band') {
    sorted.forEach(({ value, tone }, i) => {
      const bottom = heightOf(plot, value ?? -Infinity);
      const top = heightOf(plot, sorted[i + 1]?.value ?? Infinity);
      if (tone === 'neutral' || bottom === null || top === null) return;
      ctx.fillStyle = faint(color(tone), 0.09);
      ctx.fillRect(left, top.y, width, bottom.y - top.y);
    });
  }
  ctx.lineWidth = pixel;
  ctx.setLineDash([5 * pixel, 4 * pixel]);
  for (const { value, tone } of sorted) {
    const at = value === null ? null : heightOf(plot, value);
    if (!at?.isInside) continue;
    ctx.strokeStyle = color(tone);
    ctx.beginPath();
    ctx.moveTo(left, at.y + 0.5);
    ctx.lineTo(left + width, at.y + 0.5);
    ctx.stroke();
  }
  ctx.restore();
}

/** Writes the thresholds' values over their lines, to be called after the series. */
export function drawThresholdTexts(
  plot: Drawing,
  { thresholds, style, font, pixel, halo, text, color }: ThresholdMarks,
): void {
  if (style === 'none') return;
  const { ctx } = plot;
  ctx.save();
  ctx.font = font;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'bottom';
  ctx.lineJoin = 'round';
  ctx.lineWidth = 3 * pixel;
  ctx.strokeStyle = halo;
  for (const { value, tone } of thresholds) {
    const at = value === null ? null : heightOf(plot, value);
    if (value === null || !at?.isInside) continue;
    const words = `${signs[tone]} ${text(value)}`.trim();
    const place = [plot.bbox.left + 3 * pixel, at.y - pixel] as const;
    ctx.fillStyle = color(tone);
    ctx.strokeText(words, ...place);
    ctx.fillText(words, ...place);
  }
  ctx.restore();
}

/** Where a value of the left axis is on the canvas, kept within the plot; null when there is no axis. */
function heightOf(plot: Drawing, value: number): { y: number; isInside: boolean } | null {
  const { min, max } = plot.scales.left ?? {};
  if (typeof min !== 'number' || typeof max !== 'number') return null;
  const clamped = Math.min(max, Math.max(min, value));
  return { y: Math.round(plot.valToPos(clamped, 'left', true)), isInside: clamped === value };
}
