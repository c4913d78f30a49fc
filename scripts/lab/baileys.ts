import { createServer } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { prefixed } from '../../mocks/fleet/exporters/prefix.ts';
import { representatives } from '../../mocks/fleet/latency.ts';
import type { FleetSeries, FleetTarget, MetricFamily } from '../../mocks/fleet/types.ts';
import { labelsKey } from '../../src/model/labels.ts';
import { freePort } from '../process.ts';
import { type BaileysSettings, readBaileysSettings } from './baileys-settings.ts';
import { listen } from './listen.ts';
import type { RealServer, RunningTarget } from './running.ts';

/** The names of the simulated fleet's families start with this, the setting's default. */
const fleetPrefix = 'baileys_';

/** What prom-client's `collectDefaultMetrics` exports, by the start of its names without prefix. */
const defaultNames = /^(nodejs|process)_/;

/** Of these, what has no series until it happens for the first time. */
const eventNames = /^nodejs_(gc_duration_seconds|active_requests)$/;

/** The simulated families whose names, without prefix, are wanted, under another prefix and with labels on every series. */
function renamed(
  families: readonly MetricFamily[],
  { prefix, labels }: Pick<BaileysSettings, 'prefix' | 'labels'>,
  isWanted: (name: string) => boolean,
): MetricFamily[] {
  const bare = (name: string) => name.slice(fleetPrefix.length);
  const wanted = families.filter(({ name }) => isWanted(bare(name)));
  const unprefixed = wanted.map((family) => ({
    ...family,
    name: bare(family.name),
    series: family.series.map((series) => ({ ...series, name: bare(series.name) })),
  }));
  return prefixed(prefix, unprefixed, labels);
}

const isOwn = (name: string) => !defaultNames.test(name);

/** How much a simulated counter grew since it was asked before; where it was started anew, all of it. */
function createGrowth(start: number): (series: FleetSeries, now: number) => number {
  const known = new Map<FleetSeries, number>();
  return (series, now) => {
    const before = known.get(series) ?? series.valueAt(start) ?? 0;
    const value = series.valueAt(now) ?? before;
    known.set(series, value);
    return value >= before ? value - before : value;
  };
}

/** A gauge that is set to what the simulation reads at the moment of the scrape. */
function addGauge({ name, help, series }: MetricFamily, labelNames: string[], registry: Registry): void {
  new Gauge({
    name,
    help,
    labelNames,
    registers: [registry],
    collect() {
      const now = Date.now();
      for (const { labels, valueAt } of series) {
        const value = valueAt(now);
        if (value === null) this.remove(labels);
        else this.set(labels, value);
      }
    },
  });
}

/** A counter that starts at zero with the exporter, and counts what the simulation counts. */
function addCounter({ name, help, series }: MetricFamily, labelNames: string[], registry: Registry): void {
  const growth = createGrowth(Date.now());
  new Counter({
    name,
    help,
    labelNames,
    registers: [registry],
    collect() {
      const now = Date.now();
      for (const one of series) this.inc(one.labels, growth(one, now));
    },
  });
}

/** The buckets of each histogram of a family, by their labels without `le`, the smallest first. */
function bucketsByLabels({ name, series }: MetricFamily) {
  const groups = new Map<
    string,
    { labels: Record<string, string>; buckets: { limit: number; series: FleetSeries }[] }
  >();
  for (const one of series.filter((candidate) => candidate.name === `${name}_bucket`)) {
    const { le = '', ...labels } = one.labels;
    const key = labelsKey(labels);
    const group = groups.get(key) ?? { labels, buckets: [] };
    groups.set(key, group);
    group.buckets.push({ limit: le === '+Inf' ? Number.POSITIVE_INFINITY : Number(le), series: one });
    group.buckets.sort((a, b) => a.limit - b.limit);
  }
  return [...groups.values()];
}

/** A histogram that starts empty with the exporter, and observes as often what the simulation observes in each bucket. */
function addHistogram(family: MetricFamily, labelNames: string[], registry: Registry): void {
  const growth = createGrowth(Date.now());
  const groups = bucketsByLabels(family);
  const limits = groups[0]?.buckets.map(({ limit }) => limit) ?? [];
  const values = representatives(limits);
  const histogram = new Histogram({
    name: family.name,
    help: family.help,
    labelNames: labelNames.filter((label) => label !== 'le'),
    buckets: limits.filter(Number.isFinite),
    registers: [registry],
    collect() {
      const now = Date.now();
      for (const { labels, buckets } of groups) {
        let below = 0;
        for (const [i, { series }] of buckets.entries()) {
          const upToHere = growth(series, now);
          for (let n = below; n < upToHere; n++) this.observe(labels, values[i] ?? 0);
          below = Math.max(below, upToHere);
        }
      }
    },
  });
  // Without this a histogram is not there before its first observation, which rate() would then miss.
  for (const { labels } of groups) histogram.zero(labels);
}

function addFamily(family: MetricFamily, registry: Registry): void {
  const labelNames = [...new Set(family.series.flatMap(({ labels }) => Object.keys(labels)))];
  if (family.type === 'histogram') addHistogram(family, labelNames, registry);
  else if (family.type === 'counter') addCounter(family, labelNames, registry);
  else addGauge(family, labelNames, registry);
}

/**
 * RBaileys's exporter: its metrics on prom-client, over HTTP. While the simulated target is down it hangs up on callers.
 * @param simulated what is measured
 * @returns null when it is not enabled: then there is no registry and no server at all
 */
export async function startBaileysExporter(
  settings: BaileysSettings,
  simulated: Pick<FleetTarget, 'families' | 'isUpAt'>,
): Promise<RunningTarget | null> {
  if (!settings.isEnabled) return null;
  const { port, path, prefix, labels, collectDefault } = settings;
  const registry = new Registry();
  registry.setDefaultLabels(labels);
  if (collectDefault) collectDefaultMetrics({ register: registry, prefix });
  // The registry puts the labels on.
  for (const family of renamed(simulated.families, { prefix, labels: {} }, isOwn)) addFamily(family, registry);

  const server = createServer(async (request, response) => {
    if (!simulated.isUpAt(Date.now())) request.socket.destroy();
    else if (request.url === path)
      response.setHeader('content-type', registry.contentType).end(await registry.metrics());
    else response.writeHead(404).end();
  });
  try {
    return await listen(server, port);
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    throw isTaken ? new Error(`prometheus metrics port already in use: ${port}`) : error;
  }
}

/**
 * The backend with RBaileys as the lab has it: with the settings of the environment, but enabled and on a free port where it
 * does not say. Not enabled, there is nothing at its address.
 */
export async function startBaileys(_folder: string, simulated: FleetTarget): Promise<RealServer> {
  const port = String(await freePort());
  const settings = readBaileysSettings({
    ...process.env,
    BAILEYS_PROMETHEUS_ENABLED: process.env.BAILEYS_PROMETHEUS_ENABLED || 'true',
    BAILEYS_PROMETHEUS_PORT: process.env.BAILEYS_PROMETHEUS_PORT || port,
  });
  const exporter = await startBaileysExporter(settings, simulated);
  if (exporter === null) return { address: `127.0.0.1:${port}`, relayed: [], stop: async () => {} };
  const isRelayed = (name: string) => isOwn(name) || (settings.collectDefault && eventNames.test(name));
  return { ...exporter, relayed: renamed(simulated.families, settings, isRelayed).flatMap(({ series }) => series) };
}
