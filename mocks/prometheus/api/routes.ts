import { exemplars } from './exemplars.ts';
import { metadata, targetsMetadata } from './metadata.ts';
import { query, queryRange } from './query.ts';
import { alertmanagers, alerts, rules } from './rules.ts';
import { labels, labelValues, series } from './selections.ts';
import type { Endpoint } from './server.ts';
import { buildInfo, config, flags, runtimeInfo, tsdb, walReplay } from './status.ts';
import { scrapePools, targets } from './targets.ts';

export interface Route {
  readonly methods: readonly string[];
  readonly answer: Endpoint;
}

const get = (answer: Endpoint): Route => ({ methods: ['GET'], answer });
const getOrPost = (answer: Endpoint): Route => ({ methods: ['GET', 'POST'], answer });

const routes: ReadonlyMap<string, Route> = new Map([
  ['query', getOrPost(query)],
  ['query_range', getOrPost(queryRange)],
  ['query_exemplars', getOrPost(exemplars)],
  ['series', getOrPost(series)],
  ['labels', getOrPost(labels)],
  ['metadata', get(metadata)],
  ['targets', get(targets)],
  ['targets/metadata', get(targetsMetadata)],
  ['scrape_pools', get(scrapePools)],
  ['rules', get(rules)],
  ['alerts', get(alerts)],
  ['alertmanagers', get(alertmanagers)],
  ['status/buildinfo', get(buildInfo)],
  ['status/runtimeinfo', get(runtimeInfo)],
  ['status/flags', get(flags)],
  ['status/config', get(config)],
  ['status/tsdb', get(tsdb)],
  ['status/walreplay', get(walReplay)],
]);

/** The endpoint behind what follows `/api/v1/` in a path; undefined where there is none. */
export function routeOf(path: string): Route | undefined {
  const label = /^label\/([^/]+)\/values$/.exec(path)?.[1];
  return label === undefined ? routes.get(path) : get(labelValues(label));
}
