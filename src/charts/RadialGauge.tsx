import { Pie, PieChart } from 'recharts';
import type { Tone } from '../model/thresholds.ts';
import { toneToken } from './palette.ts';

/** The arc opens downwards: 240 of 360 degrees. */
const arc = { startAngle: 210, endAngle: -30 } as const;
/** Height of that arc for a radius of 1: up to the top, and down to where it ends. */
const arcHeight = 1 + Math.sin(Math.PI / 6);

/** A stretch of the scale, as shares of it from 0 to 1. */
export interface GaugeBand {
  readonly from: number;
  readonly to: number;
  readonly tone: Tone;
}

interface RadialGaugeProps {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** How far along the scale, 0 to 1; null draws the empty scale. */
  readonly share: number | null;
  /** A color token. */
  readonly token: string;
  readonly bands: readonly GaugeBand[];
}

/** Radius of the largest gauge that fits, CSS pixels. */
export function gaugeRadius(width: number, height: number): number {
  return Math.max(0, Math.floor(Math.min(width / 2, height / arcHeight)));
}

/** The dial of a gauge: its scale, the thresholds along it, and the value as an arc. The figure is for the caller to write. */
export function RadialGauge({ width, height, share, token, bands }: RadialGaugeProps) {
  const outer = gaugeRadius(width, height);
  const thickness = Math.max(4, outer * 0.2);
  const rim = Math.max(2, outer * 0.05);
  const ring = { ...arc, cx: width / 2, cy: (height - outer * arcHeight) / 2 + outer, ...still } as const;
  const dial = { outerRadius: outer - rim - 2, innerRadius: outer - rim - 2 - thickness };
  return (
    <PieChart width={width} height={height} margin={none} accessibilityLayer={false}>
      <Pie {...ring} {...dial} data={[{ value: 1, fill: 'var(--raised)' }]} />
      {bands.length > 0 && (
        <Pie
          {...ring}
          outerRadius={outer}
          innerRadius={outer - rim}
          data={bands.map(({ from, to, tone }) => ({ value: to - from, fill: `var(${toneToken(tone)})` }))}
        />
      )}
      {share !== null && share > 0 && (
        <Pie
          {...ring}
          {...dial}
          endAngle={arc.startAngle + (arc.endAngle - arc.startAngle) * share}
          data={[{ value: 1, fill: `var(${token})` }]}
        />
      )}
    </PieChart>
  );
}

const none = { top: 0, right: 0, bottom: 0, left: 0 } as const;
const still = { dataKey: 'value', stroke: 'none', isAnimationActive: false, rootTabIndex: -1 } as const;
