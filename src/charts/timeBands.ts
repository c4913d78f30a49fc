import type uPlot from 'uplot';
import type { Tone } from '../model/thresholds.ts';
import type { TimeBand } from './chart.ts';
import { faint } from './palette.ts';

/** What of a plot is needed to draw on it. */
type Drawing = Pick<uPlot, 'ctx' | 'bbox' | 'valToPos'>;

/** Shades stretches of time over the whole height, to be called before the series. `color` resolves a tone. */
export function drawTimeBands(plot: Drawing, bands: readonly TimeBand[], color: (tone: Tone) => string): void {
  const { ctx, bbox } = plot;
  const clamp = (x: number) => Math.min(bbox.left + bbox.width, Math.max(bbox.left, x));
  ctx.save();
  for (const { from, to, tone } of bands) {
    const [left, right] = [clamp(plot.valToPos(from, 'x', true)), clamp(plot.valToPos(to, 'x', true))];
    ctx.fillStyle = faint(color(tone), 0.14);
    ctx.fillRect(left, bbox.top, right - left, bbox.height);
  }
  ctx.restore();
}
