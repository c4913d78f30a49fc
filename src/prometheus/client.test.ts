import { describe, expect, test } from 'vitest';
import type { PrometheusClient } from './client.ts';
import { failureOf, fakeClient, success } from './testing.ts';

type Call = (client: PrometheusClient, signal?: AbortSignal) => Promise<unknown>;

const hour = { start: 1_700_000_000_000, end: 1_700_003_600_500 };
const times = 'start=1700000000&end=1700003600.5';

const targetList = {
  activeTargets: [
    {
      discoveredLabels: { __address__: 'a:1' },
      labels: { job: 'a', instance: 'a:1' },
      scrapePool: 'a',
      scrapeUrl: 'http://a:1/metrics',
      globalUrl: 'http://a:1/metrics',
      lastError: 'refused',
      lastScrape: '2023-11-14T22:13:20.123456789Z',
      lastScrapeDuration: 0.25,
      health: 'down',
      scrapeInterval: '1m30s',
      scrapeTimeout: '10s',
    },
    { labels: {}, scrapeUrl: 'http://b/metrics', lastScrape: '0001-01-01T00:00:00Z', health: 'new' },
    // VictoriaMetrics: not scraped yet.
    {
      discoveredLabels: { __scrape_interval__: '5s', __scrape_timeout__: '3s' },
      labels: {},
      scrapeUrl: 'http://c/metrics',
      lastScrape: '1970-01-01T00:00:00Z',
      health: 'down',
    },
  ],
  droppedTargets: null,
};
const targets = {
  active: [
    {
      discoveredLabels: { __address__: 'a:1' },
      labels: { job: 'a', instance: 'a:1' },
      scrapePool: 'a',
      scrapeUrl: 'http://a:1/metrics',
      lastError: 'refused',
      lastScrape: 1_700_000_000_123,
      lastScrapeDuration: 250,
      health: 'down',
      scrapeInterval: 90_000,
      scrapeTimeout: 10_000,
    },
    {
      discoveredLabels: {},
      labels: {},
      scrapePool: '',
      scrapeUrl: 'http://b/metrics',
      lastError: '',
      lastScrape: null,
      lastScrapeDuration: 0,
      health: 'unknown',
      scrapeInterval: null,
      scrapeTimeout: null,
    },
    {
      discoveredLabels: { __scrape_interval__: '5s', __scrape_timeout__: '3s' },
      labels: {},
      scrapePool: '',
      scrapeUrl: 'http://c/metrics',
      lastError: '',
      lastScrape: null,
      lastScrapeDuration: 0,
      health: 'unknown',
      scrapeInterval: 5000,
      scrapeTimeout: 3000,
    },
  ],
  dropped: [],
};

const wireAlert = {
  labels: { alertname: 'Down' },
  annotations: {},
  state: 'firing',
  activeAt: '2023-11-14T22:13:20Z',
  value: '+Inf',
};
const alert = {
  labels: { alertname: 'Down' },
  annotations: {},
  state: 'firing',
  activeAt: 1_700_000_000_000,
  value: Infinity,
};
const lastEvaluation = '2023-11-14T23:13:20+01:00';
const wireGroups = {
  groups: [
    {
      name: 'g',
      file: 'r.yml',
      interval: 15,
      limit: 0,
      lastEvaluation,
      evaluationTime: 0.5,
      rules: [
        { type: 'recording', name: 'a:b', query: 'sum(b)', health: 'ok', lastEvaluation, evaluationTime: 0.001 },
        {
          type: 'alerting',
          name: 'Down',
          query: 'up == 0',
          labels: { severity: 'critical' },
          annotations: { summary: 's' },
          health: 'err',
          lastError: 'bad',
          state: 'firing',
          duration: 60,
          keepFiringFor: 5,
          alerts: [wireAlert, { ...wireAlert, state: 'inactive' }],
        },
      ],
    },
    { name: 'empty', rules: null },
  ],
};
const common = { labels: {}, health: 'ok', lastError: '' };
const groups = [
  {
    name: 'g',
    file: 'r.yml',
    interval: 15_000,
    lastEvaluation: 1_700_000_000_000,
    evaluationTime: 500,
    rules: [
      {
        ...common,
        kind: 'recording',
        name: 'a:b',
        expr: 'sum(b)',
        lastEvaluation: 1_700_000_000_000,
        evaluationTime: 1,
        alerting: null,
      },
      {
        kind: 'alerting',
        name: 'Down',
        expr: 'up == 0',
        labels: { severity: 'critical' },
        health: 'err',
        lastError: 'bad',
        lastEvaluation: null,
        evaluationTime: 0,
        alerting: { state: 'firing', for: 60_000, keepFiringFor: 5000, annotations: { summary: 's' }, alerts: [alert] },
      },
    ],
  },
  { name: 'empty', file: '', interval: 0, lastEvaluation: null, evaluationTime: 0, rules: [] },
];

const build = { version: '3.0', revision: 'r', branch: 'b', buildUser: 'u', buildDate: 'd', goVersion: 'go' };
const runtime = {
  startTime: '2023-11-14T22:13:20Z',
  CWD: '/',
  reloadConfigSuccess: true,
  lastConfigTime: '2023-11-14T22:13:20Z',
  corruptionCount: 0,
  goroutineCount: 9,
  GOMAXPROCS: 2,
  storageRetention: '15d',
};
const ranking = [{ name: 'up', value: 3 }];
const headStats = { numSeries: 5, chunkCount: 6, minTime: 7, maxTime: 8 };

describe('each call asks and decodes', () => {
  test.each<
    [name: string, call: Call, sent: [method: string, path: string, body: string], wire: unknown, data: unknown]
  >([
    [
      'series',
      (c, s) => c.series({ match: ['up', 'a{b="c d"}'], ...hour, limit: 5 }, s),
      ['POST', 'series', `match%5B%5D=up&match%5B%5D=a%7Bb%3D%22c+d%22%7D&${times}&limit=5`],
      [{ a: 'b' }],
      [{ a: 'b' }],
    ],
    ['labels', (c, s) => c.labels({}, s), ['POST', 'labels', ''], ['job'], ['job']],
    [
      'label values',
      (c, s) => c.labelValues('a/b', { match: ['up'], ...hour }, s),
      ['GET', `label/a%2Fb/values?match%5B%5D=up&${times}`, ''],
      ['x'],
      ['x'],
    ],
    ['no label values', (c, s) => c.labelValues('job', undefined, s), ['GET', 'label/job/values', ''], null, []],
    [
      'metadata',
      (c, s) => c.metadata({ metric: 'up', limit: 2 }, s),
      ['GET', 'metadata?metric=up&limit=2', ''],
      { up: [{ type: 'gauge', help: 'h', unit: '' }, { type: 'counter' }] },
      {
        up: [
          { type: 'gauge', help: 'h', unit: '' },
          { type: 'counter', help: '', unit: '' },
        ],
      },
    ],
    [
      'exemplars',
      (c, s) => c.queryExemplars({ expr: 'x', ...hour }, s),
      ['POST', 'query_exemplars', `query=x&${times}`],
      [{ seriesLabels: { a: 'b' }, exemplars: [{ labels: { trace: 't' }, value: '6', timestamp: 1700000000.4794 }] }],
      [{ seriesLabels: { a: 'b' }, exemplars: [{ labels: { trace: 't' }, value: 6, time: 1_700_000_000_479 }] }],
    ],
    ['targets', (c, s) => c.targets(undefined, s), ['GET', 'targets', ''], targetList, targets],
    [
      'active targets',
      (c, s) => c.targets('active', s),
      ['GET', 'targets?state=active', ''],
      { activeTargets: [], droppedTargets: [{ discoveredLabels: { a: 'b' }, scrapePool: 'p' }] },
      { active: [], dropped: [{ discoveredLabels: { a: 'b' }, scrapePool: 'p' }] },
    ],
    ['rules', (c, s) => c.rules(s), ['GET', 'rules', ''], wireGroups, groups],
    ['alerts', (c, s) => c.alerts(s), ['GET', 'alerts', ''], { alerts: [wireAlert] }, [alert]],
    [
      'alertmanagers',
      (c, s) => c.alertmanagers(s),
      ['GET', 'alertmanagers', ''],
      { activeAlertmanagers: [{ url: 'a' }], droppedAlertmanagers: [{ url: 'b' }] },
      { active: ['a'], dropped: ['b'] },
    ],
    ['build info', (c, s) => c.buildInfo(s), ['GET', 'status/buildinfo', ''], build, build],
    [
      'build info of a compatible server',
      (c, s) => c.buildInfo(s),
      ['GET', 'status/buildinfo', ''],
      { version: '2.24.0' },
      { version: '2.24.0', revision: '', branch: '', buildUser: '', buildDate: '', goVersion: '' },
    ],
    [
      'runtime info',
      (c, s) => c.runtimeInfo(s),
      ['GET', 'status/runtimeinfo', ''],
      runtime,
      {
        startTime: 1_700_000_000_000,
        workingDirectory: '/',
        hostname: '',
        reloadConfigSuccess: true,
        lastConfigTime: 1_700_000_000_000,
        corruptionCount: 0,
        goroutineCount: 9,
        storageRetention: '15d',
      },
    ],
    ['flags', (c, s) => c.flags(s), ['GET', 'status/flags', ''], { 'log.level': 'info' }, { 'log.level': 'info' }],
    ['config', (c, s) => c.config(s), ['GET', 'status/config', ''], { yaml: 'global: {}' }, 'global: {}'],
    [
      'tsdb',
      (c, s) => c.tsdb(s),
      ['GET', 'status/tsdb', ''],
      { headStats, seriesCountByMetricName: ranking, labelValueCountByLabelName: null },
      {
        head: { seriesCount: 5, chunkCount: 6, minTime: 7, maxTime: 8 },
        seriesToday: null,
        seriesCountByMetricName: ranking,
        labelValueCountByLabelName: [],
        memoryInBytesByLabelName: [],
        seriesCountByLabelValuePair: [],
      },
    ],
    [
      'WAL replay',
      (c, s) => c.walReplay(s),
      ['GET', 'status/walreplay', ''],
      { min: 2, max: 5, current: 3, state: 'in progress' },
      { min: 2, max: 5, current: 3 },
    ],
  ])('%s', async (_, call, [method, path, body], wire, data) => {
    const remarks = { warnings: ['w', 'x'], infos: ['i'] };
    const { client, sent } = fakeClient(success(wire, remarks));
    expect(await call(client)).toEqual({ data, ...remarks });
    expect(sent).toMatchObject([{ method, url: `http://prometheus.test/api/v1/${path}`, body }]);
    expect(await failureOf(call(client, AbortSignal.abort()))).toMatchObject({ kind: 'aborted' });
  });
});
