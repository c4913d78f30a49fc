import { hour, minute } from '../context.ts';
import type { Families } from '../families.ts';
import { constant, inside, plus, rhythm } from '../signal.ts';
import type { MetricFamily } from '../types.ts';
import { type Lifetime, swell, type Windows } from '../windows.ts';

export interface ProcessSize {
  /** Resident bytes once it has grown. */
  readonly memory: number;
  /** Cores in use, on average. */
  readonly cpu: number;
  /** While this lasts it uses so many cores more. */
  readonly overload?: { readonly windows: Windows; readonly cpu: number };
  /** While this lasts it holds so many resident bytes, having grown to them in the quarter of an hour before. */
  readonly leak?: { readonly windows: Windows; readonly memory: number };
}

/** What every client library tells of its process. */
export function processFamilies(
  seed: string,
  families: Families,
  lifetime: Lifetime,
  { memory, cpu, overload, leak }: ProcessSize,
): MetricFamily[] {
  const waver = rhythm({ seed: `${seed} memory`, mean: 1, daily: 0.05, waver: 0.04 });
  // A process fills its pools during its first hours and then stays about where it is.
  const grown = (time: number) => 0.7 + 0.3 * (1 - Math.exp((lifetime(time) - time) / (2 * hour)));
  const held = (time: number) => {
    const leaked = leak ? swell(leak.windows, time, 15 * minute, 2 * minute) : 0;
    return memory * grown(time) * (1 - leaked) + (leak?.memory ?? 0) * leaked;
  };
  const resident = (time: number) => Math.round((held(time) * waver.at(time)) / 4096) * 4096;
  const usual = rhythm({ seed: `${seed} cpu`, mean: cpu, daily: 0.4, weekly: 0.15, waver: 0.3 });
  const cpuRate = overload ? plus(usual, inside(overload.windows, constant(overload.cpu))) : usual;
  const once = (name: string, help: string, read: (time: number) => number) => families.gauge(name, help, [{ read }]);
  return [
    once('process_virtual_memory_bytes', 'Virtual memory size in bytes.', (time) => 3 * resident(time)),
    once('process_resident_memory_bytes', 'Resident memory size in bytes.', resident),
    once(
      'process_start_time_seconds',
      'Start time of the process since unix epoch in seconds.',
      (time) => lifetime(time) / 1000,
    ),
    families.seconds('process_cpu_seconds_total', 'Total user and system CPU time spent in seconds.', [
      { rate: cpuRate },
    ]),
    families.count('process_open_fds', 'Number of open file descriptors.', [
      { level: rhythm({ seed: `${seed} fds`, mean: 42, daily: 0.2, waver: 0.2 }) },
    ]),
    once('process_max_fds', 'Maximum number of open file descriptors.', () => 1_048_576),
  ];
}
