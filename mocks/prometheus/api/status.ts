import { stringify } from 'yaml';
import type { Labels } from '../../../src/model/labels.ts';
import { ApiError } from './errors.ts';
import { formatDate } from './format.ts';
import { maxSamples, queryTimeout } from './guard.ts';
import { replyOf } from './reply.ts';
import type { Endpoint } from './server.ts';
import { poolsOf, scrapeTimes } from './targets.ts';

/** `status/buildinfo`: the version whose API and PromQL this follows, and that it is none. */
export const buildInfo: Endpoint = () =>
  replyOf({
    version: '3.5.0',
    revision: 'embedded',
    branch: 'simulation',
    buildUser: 'mirante',
    buildDate: '',
    goVersion: '',
  });

/** `status/runtimeinfo`. */
export const runtimeInfo: Endpoint = (_, { startedAt, now }) =>
  replyOf({
    startTime: formatDate(startedAt),
    CWD: '',
    hostname: 'embedded',
    serverTime: formatDate(now()),
    reloadConfigSuccess: true,
    lastConfigTime: formatDate(startedAt),
    corruptionCount: 0,
    goroutineCount: 1,
    GOMAXPROCS: 1,
    GOMEMLIMIT: 0,
    GOGC: '',
    GODEBUG: '',
    storageRetention: 'unlimited: samples are computed, not stored',
  });

/** `status/flags`: those that say how this server answers. */
export const flags: Endpoint = () =>
  replyOf({
    'query.lookback-delta': '5m',
    'query.max-samples': String(maxSamples),
    'query.timeout': `${queryTimeout / 1000}s`,
    'web.enable-admin-api': 'false',
    'web.enable-lifecycle': 'false',
  });

/** `status/config`: the configuration that scrapes this fleet. */
export const config: Endpoint = (_, { targets, ruleFiles, schedule }) => {
  const { interval, timeout } = scrapeTimes(schedule);
  const scrapeConfigs = poolsOf(targets).map((job) => {
    const members = targets.filter((target) => target.job === job);
    const [first] = members;
    return {
      job_name: job,
      ...(first?.honorLabels && { honor_labels: true }),
      scrape_interval: interval,
      scrape_timeout: timeout,
      metrics_path: first?.metricsPath ?? '/metrics',
      scheme: 'http',
      static_configs: members.map(({ instance, labels }) => ({ targets: [instance], ...(labels && { labels }) })),
    };
  });
  const yaml = stringify({
    global: { scrape_interval: interval, scrape_timeout: timeout, evaluation_interval: '15s' },
    rule_files: ruleFiles.map(({ path }) => path),
    scrape_configs: scrapeConfigs,
  });
  return replyOf({ yaml });
};

/** A head holds two hours and more, each chunk about 120 samples. */
const headLength = 2 * 3_600_000;
const samplesPerChunk = 120;
const maxRanked = 10_000;

/** `status/tsdb`: how many series there are, and which labels make them many. */
export const tsdb: Endpoint = (parameters, { store, schedule, now }) => {
  const text = parameters.get('limit') ?? '10';
  const limit = /^\d+$/.test(text) ? Number(text) : 0;
  if (limit < 1) throw new ApiError('bad_data', 'limit must be a positive number');
  if (limit > maxRanked) throw new ApiError('bad_data', `limit must not exceed ${maxRanked}`);
  const maxTime = now();
  const all = store.labelSets([], maxTime - headLength, maxTime);
  const { metrics, pairs, values } = countLabels(all);
  const ranked = (counts: Iterable<readonly [string, number]>) =>
    Array.from(counts, ([name, value]) => ({ name, value }))
      .sort((a, b) => b.value - a.value)
      .slice(0, limit);
  const ofValues = (measure: (texts: ReadonlySet<string>) => number) =>
    ranked(Array.from(values, ([name, texts]) => [name, measure(texts)] as const));
  const chunks = Math.ceil(headLength / schedule.interval / samplesPerChunk);
  return replyOf({
    headStats: {
      numSeries: all.length,
      numLabelPairs: pairs.size,
      chunkCount: all.length * chunks,
      minTime: maxTime - headLength,
      maxTime,
    },
    seriesCountByMetricName: ranked(metrics),
    labelValueCountByLabelName: ofValues((texts) => texts.size),
    memoryInBytesByLabelName: ofValues((texts) => [...texts].reduce((sum, value) => sum + value.length, 0)),
    seriesCountByLabelValuePair: ranked(pairs),
  });
};

/** Series by metric and by label with its value, and the values of each label. */
function countLabels(labelSets: readonly Labels[]) {
  const metrics = new Map<string, number>();
  const pairs = new Map<string, number>();
  const values = new Map<string, Set<string>>();
  const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const [name, value] of labelSets.flatMap(Object.entries<string>)) {
    if (name === '__name__') count(metrics, value);
    count(pairs, `${name}=${value}`);
    const known = values.get(name) ?? new Set();
    values.set(name, known.add(value));
  }
  return { metrics, pairs, values };
}

/** `status/walreplay`: there is no log to replay. */
export const walReplay: Endpoint = () => replyOf({ min: 0, max: 0, current: 0 });
