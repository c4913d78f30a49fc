import type { FleetSeries, FleetTarget, MetricFamily } from '../../mocks/fleet/types.ts';

/** Milliseconds between two scrapes. */
export const scrapeInterval = 15_000;

const hosts = 100;
const bounds = ['0.005', '0.01', '0.025', '0.05', '0.1', '0.25', '0.5', '1', '2.5', '5', '+Inf'];

const labelsOf = (host: number) => ({
  host: `host-${String(host).padStart(2, '0')}`,
  group: String(Math.floor(host / 10)),
});

/** Between 0 and 100, another curve for each host, with a little of everything: a day's rhythm, waves and noise. */
function load(host: number, time: number): number {
  const minutes = time / 60_000;
  const noise = Math.sin(minutes * 12.9898 + host * 78.233) * 43_758.5453;
  return (
    45 +
    20 * Math.sin((minutes / 1440) * 2 * Math.PI + host) +
    15 * Math.sin(minutes / (17 + (host % 7)) + host * 2) +
    10 * (noise - Math.floor(noise))
  );
}

/** Grows by 20 a second, more or less: the rate waves, and a counter never falls. */
function requests(host: number, time: number): number {
  const seconds = time / 1000;
  const period = 600 + 13 * host;
  return Math.floor(20 * (1 + host / 100) * (seconds - 1.7e9) + 8 * period * Math.sin(seconds / period));
}

function gauges(): MetricFamily {
  const series = Array.from({ length: hosts }, (_, host): FleetSeries => {
    return { name: 'bench_load', labels: labelsOf(host), valueAt: (time) => load(host, time) };
  });
  return { name: 'bench_load', help: '', type: 'gauge', series };
}

function counters(): MetricFamily {
  const series = Array.from({ length: hosts }, (_, host): FleetSeries => {
    return { name: 'bench_requests_total', labels: labelsOf(host), valueAt: (time) => requests(host, time) };
  });
  return { name: 'bench_requests_total', help: '', type: 'counter', series };
}

function histogram(): MetricFamily {
  const name = 'bench_latency_seconds';
  const total = (time: number) => requests(0, time);
  const buckets = bounds.map((le, i): FleetSeries => {
    const share = (i + 1) / bounds.length;
    return { name: `${name}_bucket`, labels: { le }, valueAt: (time) => Math.floor(total(time) * share) };
  });
  const sum: FleetSeries = { name: `${name}_sum`, labels: {}, valueAt: (time) => total(time) / 5 };
  const count: FleetSeries = { name: `${name}_count`, labels: {}, valueAt: total };
  return { name, help: '', type: 'histogram', series: [...buckets, sum, count] };
}

/** What the bench's Prometheus scrapes: 100 gauges, 100 counters and a histogram, each a function of time. */
export const benchTarget: FleetTarget = {
  job: 'bench',
  instance: 'bench:9100',
  metricsPath: '/metrics',
  families: [gauges(), counters(), histogram()],
  isUpAt: () => true,
};
