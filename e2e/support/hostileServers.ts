import { type Gateway, startGateway } from './gateway.ts';
import { type PageServer, serve } from './pages.ts';

/** Texts that whoever writes labels, annotations and comments may write. */
export const hostile = {
  markup: '<img src=x onerror="window.hit=1"><script>window.hit=1</script>',
  link: 'javascript:window.hit=1',
  /** Turns what stands behind it around, and never turns it back. */
  turned: '\u202eturned\u2067',
  long: 'long'.repeat(2500),
} as const;

const now = () => new Date().toISOString();
const labels = (more: object = {}) => ({
  alertname: hostile.markup,
  severity: 'critical',
  job: hostile.markup,
  instance: hostile.turned,
  link: hostile.link,
  long: hostile.long,
  ...more,
});
const annotations = {
  summary: hostile.markup,
  description: `${hostile.turned} ${hostile.link} https://example.com/${hostile.markup}`,
  runbook: hostile.link,
  long: hostile.long,
};
const alert = () => ({ state: 'firing', activeAt: now(), value: '1e+00', labels: labels(), annotations });
const ruleEntries = () => ({
  labels: { severity: hostile.turned },
  health: 'err',
  lastError: hostile.markup,
  lastEvaluation: now(),
  evaluationTime: 0.001,
});
const groups = () => [
  {
    name: hostile.markup,
    file: hostile.turned,
    interval: 15,
    evaluationTime: 0.1,
    lastEvaluation: now(),
    rules: [
      {
        ...ruleEntries(),
        type: 'alerting',
        name: hostile.markup,
        query: `up{job=${JSON.stringify(hostile.markup)}} == 0`,
        duration: 60,
        keepFiringFor: 0,
        annotations,
        state: 'firing',
        alerts: [alert()],
      },
      { ...ruleEntries(), type: 'recording', name: 'recorded', query: `up{long="${hostile.long}"}` },
    ],
  },
];
const target = (health: string) => ({
  health,
  labels: labels(),
  discoveredLabels: { ...labels(), __address__: hostile.turned, __meta_note: hostile.markup },
  scrapePool: hostile.markup,
  scrapeUrl: hostile.link,
  lastError: health === 'up' ? '' : `${hostile.markup} ${hostile.turned}`,
  lastScrape: now(),
  lastScrapeDuration: 0.01,
  scrapeInterval: '15s',
  scrapeTimeout: '10s',
});
const ranking = [hostile.markup, hostile.turned, hostile.long].map((name, i) => ({ name, value: 3 - i }));
const metadata = { type: 'gauge', help: `${hostile.markup} ${hostile.turned}`, unit: '' };

/** What Prometheus says, by the end of the address. */
const prometheus: readonly (readonly [RegExp, () => unknown])[] = [
  [/\/rules$/, () => ({ groups: groups() })],
  [/\/alerts$/, () => ({ alerts: [alert()] })],
  [/\/targets$/, () => ({ activeTargets: [target('down'), target('up')], droppedTargets: [target('up')] })],
  [/\/metadata$/, () => ({ up: [metadata], [hostile.markup]: [metadata] })],
  [/\/label\/__name__\/values$/, () => ['up', hostile.markup]],
  [/\/values$/, () => Object.values(hostile)],
  [/\/labels$/, () => ['job', 'instance']],
  [/\/series$/, () => [labels({ __name__: 'up' })]],
  [/\/alertmanagers$/, () => ({ activeAlertmanagers: [{ url: hostile.link }], droppedAlertmanagers: [] })],
  [/\/buildinfo$/, () => ({ version: hostile.markup, revision: hostile.turned })],
  [
    /\/runtimeinfo$/,
    () => ({ startTime: now(), CWD: hostile.markup, hostname: hostile.turned, storageRetention: '15d' }),
  ],
  [/\/flags$/, () => ({ 'web.note': hostile.markup, 'web.turned': hostile.turned, 'web.long': hostile.long })],
  [/\/config$/, () => ({ yaml: `# ${hostile.markup}\n# ${hostile.turned}\n# ${hostile.long}\n` })],
  [
    /\/tsdb$/,
    () => ({
      headStats: { numSeries: 3, chunkCount: 3, minTime: Date.now() - 3_600_000, maxTime: Date.now() },
      seriesCountByMetricName: ranking,
      labelValueCountByLabelName: ranking,
      memoryInBytesByLabelName: ranking,
      seriesCountByLabelValuePair: ranking,
    }),
  ],
];

function evaluated(pathname: string, form: URLSearchParams): unknown {
  const seconds = Date.now() / 1000;
  if (form.get('query') === 'time()') return { resultType: 'scalar', result: [seconds, String(seconds)] };
  const metric = labels({ __name__: 'up' });
  if (!pathname.endsWith('_range')) return { resultType: 'vector', result: [{ metric, value: [seconds, '1'] }] };
  const [start = 0, end = 0, step = 1] = ['start', 'end', 'step'].map((name) => Number(form.get(name)));
  const values = Array.from({ length: Math.floor((end - start) / step) + 1 }, (_, i) => [
    start + i * step,
    String(i % 5),
  ]);
  return { resultType: 'matrix', result: [{ metric, values }] };
}

const heldAlert = () => ({
  fingerprint: '0011223344556677',
  labels: labels(),
  annotations,
  startsAt: now(),
  endsAt: now(),
  updatedAt: now(),
  generatorURL: hostile.link,
  receivers: [{ name: hostile.markup }],
  status: { state: 'suppressed', silencedBy: ['28c922fe-f1c0-4483-900f-9f4ae057a0eb'], inhibitedBy: [] },
});
const silences = () =>
  [hostile.markup, `${hostile.link} ${hostile.turned}`, hostile.long].map((comment, i) => ({
    id: `28c922fe-f1c0-4483-900f-9f4ae057a0e${i === 0 ? 'b' : i}`,
    comment,
    createdBy: i === 0 ? hostile.turned : hostile.markup,
    startsAt: now(),
    endsAt: new Date(Date.now() + 3_600_000).toISOString(),
    updatedAt: now(),
    matchers: [{ name: 'job', value: hostile.markup, isRegex: false, isEqual: true }],
    status: { state: 'active' },
  }));

const family = () => ({
  time_stamp: now(),
  type: 'GAUGE',
  help: hostile.markup,
  metrics: [{ labels: labels(), value: '1' }],
});
const pushed = () => [
  {
    labels: { job: hostile.markup, note: hostile.turned },
    last_push_successful: true,
    push_time_seconds: {
      ...family(),
      metrics: [{ labels: { job: hostile.markup }, value: String(Date.now() / 1000) }],
    },
    pushed_metric: family(),
  },
];

/** A gateway before servers all of whose texts are hostile. */
export async function startHostile(): Promise<Gateway> {
  const answer = (read: (pathname: string, form: URLSearchParams) => unknown): Promise<PageServer> =>
    serve((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += String(chunk);
      });
      request.on('end', () => {
        const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(read(pathname, body === '' ? searchParams : new URLSearchParams(body))));
      });
    });
  const servers = await Promise.all([
    answer((pathname, form) => {
      const known = prometheus.find(([pattern]) => pattern.test(pathname));
      return { status: 'success', data: known ? known[1]() : evaluated(pathname, form), warnings: [hostile.markup] };
    }),
    answer((pathname) => (pathname.endsWith('/silences') ? silences() : [heldAlert()])),
    answer(() => ({ status: 'success', data: pushed() })),
  ]);
  const [ds, am, pg] = servers;
  const gateway = await startGateway('hostile', {
    PROMETHEUS_URL: ds.url,
    ALERTMANAGER_URL: am.url,
    PUSHGATEWAY_URL: pg.url,
    MIRANTE_ROLE: 'administrator',
  });
  return {
    url: gateway.url,
    stop: async () => {
      await gateway.stop();
      for (const server of servers) await server.stop();
    },
  };
}
