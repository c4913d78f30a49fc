import type { Families } from '../families.ts';
import type { MetricFamily } from '../types.ts';
import type { Lifetime } from '../windows.ts';
import { fillingBuffers } from './buffer.ts';
import { type Context, unhealthyWindows } from './context.ts';
import { flushModes, type Load } from './load.ts';

export function adaptiveFamilies(context: Context, families: Families, lifetime: Lifetime, load: Load): MetricFamily[] {
  const unhealthy = unhealthyWindows(context);
  const trips = (time: number) =>
    unhealthy.reduce((sum, { period, offset }) => {
      const begun = (until: number) => Math.floor((until - offset) / period);
      return sum + begun(time) - begun(lifetime(time));
    }, 0);
  const milliseconds = (seconds: number) => Math.floor(seconds * 1000) / 1000;

  return [
    families.gauge(
      'adaptive_timeout_seconds',
      'Current adaptive flush timeout in seconds',
      // prom-client keeps the series of a mode that is over, with its last value.
      flushModes.map((mode) => ({
        labels: { mode },
        read: (time) => {
          const last = load.lastIn(mode, time);
          return last < lifetime(time) ? null : milliseconds(load.timeout(last));
        },
      })),
    ),
    families.gauge('adaptive_event_rate', 'Adaptive flush event rate (events per second)', [{ read: load.eventRate }]),
    families.gauge('adaptive_buffer_size_avg', 'Adaptive flush average buffer size', [
      { read: (time) => (load.eventRate(time) * load.timeout(time)) / fillingBuffers },
    ]),
    {
      name: 'adaptive_circuit_breaker_trips_total',
      help: 'Total number of times circuit breaker was triggered',
      type: 'counter',
      series: [{ name: 'adaptive_circuit_breaker_trips_total', labels: {}, valueAt: trips, presentAt: () => true }],
    },
    families.gauge('adaptive_health_status', 'Adaptive flush health status (1=healthy, 0=unhealthy)', [
      { read: (time) => Number(load.isHealthy(time)) },
    ]),
  ];
}
