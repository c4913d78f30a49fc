import { Pie, PieChart } from 'recharts';
import type { Tone } from '../model/thresholds.ts';
import { toneToken } from './palette.ts';

/** The arc opens downwards: 240 of 360 degrees. */
const arc = { startAngle: 210, endAngle: -30 } as const;
/** Height of that arc for a radius of 1: up to the top, and down to where it ends. */
const arcHeight = 1 + Math.sin(Math.PI / 6);

/** Between the thresholds along the rim and the value, CSS pixels. */
const rimGap = 2;

/** A stretch of the scale, as shares of it from 0 to 1. */
export interface GaugeBand {
  readonly from: number;
  readonly to: number;
  readonly tone: Tone;
}

interface RadialGaugeProps {
  /** CSS pixels. */
  readonly radius: number;
  /** How far along the scale, 0 to 1; null draws the empty scale. */
  readonly share: number | null;
  /** A color token. */
  readonly token: string;
  readonly bands: readonly GaugeBand[];
}

/** What a gauge takes of its room, CSS pixels. The middle of its circle is `radius` from the top. */
export interface GaugePlace {
  readonly radius: number;
  readonly height: number;
  /** Width of the open middle. */
  readonly hole: number;
}

/** The largest gauge that fits. */
export function placeGauge(width: number, height: number): GaugePlace {
  const radius = Math.max(1, Math.floor(Math.min(width / 2, height / arcHeight)));
  return { radius, height: Math.ceil(radius * arcHeight), hole: holeOf(radius) };
}

function holeOf(radius: number): number {
  return Math.max(0, 2 * (radius * 0.75 - rimGap));
}

/** The dial of a gauge: its scale, the thresholds along it, and the value as an arc. The figure is for the caller to write. */
export function RadialGauge({ radius, share, token, bands }: RadialGaugeProps) {
  const rim = radius * 0.05;
  const ring = { ...arc, cx: radius, cy: radius, ...still } as const;
  const dial = { outerRadius: radius - rim - rimGap, innerRadius: holeOf(radius) / 2 };
  return (
    <PieChart width={radius * 2} height={Math.ceil(radius * arcHeight)} margin={none} accessibilityLayer={false}>
      <Pie {...ring} {...dial} data={[{ value: 1, fill: 'var(--raised)' }]} />
      {bands.length > 0 && (
        <Pie
          {...ring}
          outerRadius={radius}
          innerRadius={radius - rim}
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
