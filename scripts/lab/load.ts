import type { FleetTarget } from '../../mocks/fleet/types.ts';
import type { Running } from './running.ts';

/** Milliseconds between two bursts of load. */
const beat = 1000;

/** How much the counters of one name (all of them, or those with a label) grew in `[from, to]`; restarts do not count. */
function growth(target: FleetTarget, name: string, labels: Readonly<Record<string, string>>, from: number, to: number) {
  const matching = target.families
    .flatMap(({ series }) => series)
    .filter(
      (one) => one.name === name && Object.entries(labels).every(([label, value]) => one.labels[label] === value),
    );
  const total = (time: number) => matching.reduce((sum, { valueAt }) => sum + (valueAt(time) ?? 0), 0);
  return Math.max(0, total(to) - total(from));
}

/** What the simulated target counts, second by second: the real server is asked to do as much. */
export type Pace = (name: string, labels?: Readonly<Record<string, string>>) => number;

/**
 * Calls `act` every second with the pace of the simulated target over that second, so that a real server's numbers
 * continue the simulated ones of its history.
 */
export function keepPace(target: FleetTarget, act: (pace: Pace) => void): Running {
  let last = Date.now();
  const timer = setInterval(() => {
    const [from, to] = [last, Date.now()];
    last = to;
    act((name, labels = {}) => growth(target, name, labels, from, to));
  }, beat);
  return { stop: () => clearInterval(timer) };
}
