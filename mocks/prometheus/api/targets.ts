import { formatDuration } from '../../../src/model/duration.ts';
import type { FleetTarget } from '../../fleet/types.ts';
import { lastScrape, type Schedule } from '../store/scrapes.ts';
import { targetLabels } from '../store/series.ts';
import { formatDate } from './format.ts';
import { replyOf } from './reply.ts';
import type { Endpoint, Server } from './server.ts';

/** How often each target is scraped, and how long that may take, as durations: `15s`. */
export function scrapeTimes({ interval }: Schedule): { readonly interval: string; readonly timeout: string } {
  return { interval: formatDuration(interval), timeout: formatDuration(Math.min(interval, 10_000)) };
}

/** The names of the jobs, sorted. */
export function poolsOf(targets: readonly FleetTarget[]): string[] {
  return [...new Set(targets.map(({ job }) => job))].sort();
}

/** `scrape_pools`. */
export const scrapePools: Endpoint = (_, { targets }) => replyOf({ scrapePools: poolsOf(targets) });

/** `targets`: how the last scrape of each went. None is ever dropped. */
export const targets: Endpoint = (parameters, server) => {
  const state = (parameters.get('state') ?? '').toLowerCase();
  const pool = parameters.get('scrapePool') ?? '';
  const pools = ['', 'any', 'active'].includes(state) ? poolsOf(server.targets) : [];
  const activeTargets = pools
    .filter((name) => pool === '' || name === pool)
    .flatMap((name) => server.targets.filter(({ job }) => job === name))
    .map((target) => describe(target, 10 + server.targets.indexOf(target), server));
  const counts = Object.fromEntries(poolsOf(server.targets).map((name) => [name, 0]));
  const droppedTargetCounts = ['', 'any', 'dropped'].includes(state) ? counts : null;
  return replyOf({ activeTargets, droppedTargets: [], droppedTargetCounts });
};

/** `host`: the last part of its address in the simulated network. */
function describe(target: FleetTarget, host: number, { schedule, now }: Server): object {
  const { job, instance, metricsPath } = target;
  const url = `http://${instance}${metricsPath}`;
  const { time, isUp, duration } = lastScrape(target, now(), schedule);
  const times = scrapeTimes(schedule);
  const port = instance.replace(/^.*:/, '');
  const refused = `Get "${url}": dial tcp 10.0.0.${host}:${port}: connect: connection refused`;
  return {
    discoveredLabels: {
      __address__: instance,
      __metrics_path__: metricsPath,
      __scheme__: 'http',
      __scrape_interval__: times.interval,
      __scrape_timeout__: times.timeout,
      job,
    },
    labels: targetLabels(target),
    scrapePool: job,
    scrapeUrl: url,
    globalUrl: url,
    lastError: isUp ? '' : refused,
    lastScrape: formatDate(time),
    lastScrapeDuration: duration,
    health: isUp ? 'up' : 'down',
    scrapeInterval: times.interval,
    scrapeTimeout: times.timeout,
  };
}
