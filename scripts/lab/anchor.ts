import type { FleetSeries, FleetTarget } from '../../mocks/fleet/types.ts';
import type { Labels } from '../../src/model/labels.ts';
import type { Sample } from './samples.ts';

/** Gauges of what is left, and the gauge of the whole: their used part is what varies. */
const wholes: Readonly<Record<string, string>> = {
  node_memory_MemAvailable_bytes: 'node_memory_MemTotal_bytes',
  node_memory_MemFree_bytes: 'node_memory_MemTotal_bytes',
  node_memory_SwapFree_bytes: 'node_memory_SwapTotal_bytes',
  node_filesystem_avail_bytes: 'node_filesystem_size_bytes',
  node_filesystem_free_bytes: 'node_filesystem_size_bytes',
  node_filesystem_files_free: 'node_filesystem_files',
};

type Curve = (time: number) => number | null;

/**
 * A past for a real exporter, of which there is none: for each series that it has now and that the simulated exporter
 * has too, the simulated curve, bent so that it ends at the real value. Labels are the real ones; of the simulated series
 * of the name the one with the most equal labels is taken. What the simulation does not have gets no past.
 *
 * - A gauge is scaled. One of what is left of a whole keeps to the whole: its used part is scaled.
 * - A counter is shifted. Where that would be below zero, before the real process was started, it is the simulated
 *   counter as it is, so that it seems to be restarted there. A counter at zero was always zero.
 *
 * @param live what the exporter answers at `now` (epoch ms)
 */
export function anchoredHistory(live: readonly Sample[], simulated: FleetTarget, now: number): FleetSeries[] {
  const curves = simulated.families.flatMap(({ type, series }) =>
    series.map((one) => ({ ...one, isCounter: type !== 'gauge' })),
  );
  return live.flatMap(({ name, labels, value }) => {
    const curve = mostAlike(
      curves.filter((candidate) => candidate.name === name),
      labels,
    );
    if (curve === null || Number.isNaN(value)) return [];
    const whole = wholeOf(name, labels, live);
    const wholeCurve = mostAlike(
      curves.filter((candidate) => candidate.name === wholes[name]),
      curve.labels,
    );
    if (curve.isCounter) return [{ name, labels, valueAt: shifted(curve.valueAt, value, now) }];
    if (whole === null || wholeCurve === null) return [{ name, labels, valueAt: scaled(curve.valueAt, value, now) }];
    const used = scaled(difference(wholeCurve.valueAt, curve.valueAt), whole - value, now);
    const valueAt: Curve = (time) => Math.max(0, difference(() => whole, used)(time) ?? 0);
    return [{ name, labels, valueAt }];
  });
}

function mostAlike<S extends FleetSeries>(series: readonly S[], labels: Labels): S | null {
  const likeness = (one: S) => Object.entries(labels).filter(([label, value]) => one.labels[label] === value).length;
  return series.reduce<S | null>((best, one) => (best === null || likeness(one) > likeness(best) ? one : best), null);
}

/** The real exporter's value of the whole that a gauge is the rest of; null when it is no rest. */
function wholeOf(name: string, labels: Labels, live: readonly Sample[]): number | null {
  const isSame = (other: Labels) => Object.entries(labels).every(([label, value]) => other[label] === value);
  return live.find((sample) => sample.name === wholes[name] && isSame(sample.labels))?.value ?? null;
}

function difference(a: Curve, b: Curve): Curve {
  return (time) => {
    const [minuend, subtrahend] = [a(time), b(time)];
    return minuend === null || subtrahend === null ? null : minuend - subtrahend;
  };
}

function scaled(curve: Curve, value: number, now: number): Curve {
  const end = curve(now);
  if (end === null || end === 0) return () => value;
  // What is a whole number now, such as connections, always was one.
  const finish = Number.isInteger(value) ? Math.round : (bent: number) => bent;
  return (time) => {
    const then = curve(time);
    return then === null ? null : finish((value * then) / end);
  };
}

function shifted(curve: Curve, value: number, now: number): Curve {
  const end = curve(now);
  if (end === null || value === 0) return () => value;
  return (time) => {
    const then = curve(time);
    if (then === null) return null;
    // In this order rounding cannot lift it above the real value, which would be a restart where there was none.
    const bent = value - (end - then);
    return bent >= 0 ? bent : then;
  };
}
