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
  readonly text: (value: number) => string;
  readonly color: (tone: Tone) => string;
}

/** Draws the thresholds of the left axis under the series: a dashed line with its value, and in `band` style the zone above it. */
export function drawThresholds(plot: uPlot, marks: ThresholdMarks): void {
  const scale = plot.scales.left;
  if (marks.style === 'none' || scale?.min === undefined || scale.max === undefined) return;
  const { ctx } = plot;
  const { left, top, width, height } = plot.bbox;
  const clampedY = (value: number) =>
    Math.round(Math.min(top + height, Math.max(top, plot.valToPos(value, 'left', true))));
  const sorted = marks.thresholds.toSorted((a, b) => (a.value ?? -Infinity) - (b.value ?? -Infinity));

  ctx.save();
  ctx.font = marks.font;
  ctx.textAlign = 'right';
  ctx.textBaseline = 'bottom';
  ctx.lineWidth = devicePixelRatio;
  sorted.forEach(({ value, tone }, i) => {
    const color = marks.color(tone);
    if (marks.style === 'band' && tone !== 'neutral') {
      const bottom = value === null ? top + height : clampedY(value);
      const next = sorted[i + 1]?.value;
      const ceiling = next === undefined || next === null ? top : clampedY(next);
      ctx.fillStyle = faint(color, 0.09);
      ctx.fillRect(left, ceiling, width, bottom - ceiling);
    }
    if (value === null || value < (scale.min ?? 0) || value > (scale.max ?? 0)) return;
    const y = clampedY(value) + 0.5;
    ctx.strokeStyle = color;
    ctx.setLineDash([5 * devicePixelRatio, 4 * devicePixelRatio]);
    ctx.beginPath();
    ctx.moveTo(left, y);
    ctx.lineTo(left + width, y);
    ctx.stroke();
    ctx.fillStyle = color;
    ctx.fillText(`${signs[tone]} ${marks.text(value)}`.trim(), left + width, y - devicePixelRatio);
  });
  ctx.restore();
}
