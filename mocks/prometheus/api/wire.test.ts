import { expect, it, test } from 'vitest';
import { ask, noon, post, respond } from './testing.ts';

const at = noon / 1000;
const q = encodeURIComponent;
const success = (data: unknown) => ({ status: 200, body: { status: 'success', data } });
const web = { instance: 'web:80', job: 'web' };

test.each([
  ['query?query=1', { resultType: 'scalar', result: [at, '1'] }],
  ['query?query="x"', { resultType: 'string', result: [at, 'x'] }],
  ['query?query=1&time=1.5', { resultType: 'scalar', result: [1.5, '1'] }],
  ['query?query=1&time=2026-01-15T12:00:00.25%2B00:00', { resultType: 'scalar', result: [at + 0.25, '1'] }],
  [
    `query?query=${q('load{job="web"}')}`,
    {
      resultType: 'vector',
      result: [
        ['a', '1'],
        ['b', '+Inf'],
        ['c', 'NaN'],
        ['d', '-0'],
      ].map(([id, value]) => ({ metric: { __name__: 'load', id, ...web }, value: [at, value] })),
    },
  ],
  [
    'query?query=load_ratio',
    { resultType: 'vector', result: [{ metric: { __name__: 'load_ratio', ...web }, value: [at, '1e-9'] }] },
  ],
  [
    `query_range?query=vector(time())&start=${at}.5&end=${at + 2}&step=1`,
    {
      resultType: 'matrix',
      result: [
        {
          metric: {},
          values: [
            [at + 0.5, `${at + 0.5}`],
            [at + 1.5, `${at + 1.5}`],
          ],
        },
      ],
    },
  ],
  // Nothing is known of times to come, though the fleet would know.
  [`query?query=up&time=${at + 3600}`, { resultType: 'vector', result: [] }],
  [
    `query?query=${q('count_over_time(up{job="db"}[1h])')}&time=${at + 3540}`,
    expect.objectContaining({ result: [expect.objectContaining({ value: [at + 3540, '4'] })] }),
  ],
  [
    'query?query=job:up:sum{job="web"}',
    expect.objectContaining({ result: [expect.objectContaining({ value: [at, '1'] })] }),
  ],
  ['series?match[]=up{job="db"}', [{ __name__: 'up', instance: 'db:5432', job: 'db' }]],
  ['series?match[]=ended', [{ __name__: 'ended', instance: 'db:5432', job: 'db' }]],
  [`series?match[]=ended&start=${at - 1800}`, []],
  ['labels?match[]=load&match[]=up', ['__name__', 'id', 'instance', 'job']],
  ['label/job/values', ['db', 'web']],
  ['label/U__job/values', ['db', 'web']],
  ['label/id/values?match[]=load{job="db"}', ['a']],
  ['label/nobody/values', []],
  ['label/constructor/values', []],
  ['label/__proto__/values', []],
  [
    'metadata?metric=load',
    {
      load: [
        { type: 'gauge', help: 'How much there is to do', unit: '' },
        { type: 'gauge', help: 'Another help', unit: '' },
      ],
    },
  ],
  ['metadata?metric=load&limit_per_metric=1', { load: [{ type: 'gauge', help: 'How much there is to do', unit: '' }] }],
  ['metadata?metric=load_ratio', {}],
  ['metadata?limit=1', { load: expect.any(Array) }],
  [
    `targets/metadata?match_target=${q('{job="db"}')}`,
    [
      { target: { instance: 'db:5432', job: 'db' }, metric: 'load', type: 'gauge', help: 'Another help', unit: '' },
      { target: { instance: 'db:5432', job: 'db' }, metric: 'ended', type: 'counter', help: 'Was there', unit: '' },
    ],
  ],
  [
    'targets/metadata?metric=ended',
    [{ target: { instance: 'db:5432', job: 'db' }, type: 'counter', help: 'Was there', unit: '' }],
  ],
  ['scrape_pools', { scrapePools: ['db', 'web'] }],
  ['targets?state=dropped', { activeTargets: [], droppedTargets: [], droppedTargetCounts: { db: 0, web: 0 } }],
  ['targets?state=bogus', { activeTargets: [], droppedTargets: [], droppedTargetCounts: null }],
  ['alertmanagers', { activeAlertmanagers: [], droppedAlertmanagers: [] }],
  ['query_exemplars?query=up', []],
  ['status/walreplay', { min: 0, max: 0, current: 0 }],
])('%s', async (path, data) => expect(await ask(path)).toEqual(success(data)));

it('cuts lists to a limit and says so', async () => {
  const warnings = ['results truncated due to limit'];
  expect((await ask('labels?limit=1')).body).toEqual({ status: 'success', data: ['__name__'], warnings });
  expect((await ask('series?match[]=up&limit=3')).body).not.toHaveProperty('warnings');
  expect((await ask('query?query=up&limit=1')).body).toMatchObject({ data: { result: [{}] }, warnings });
});

it('tells of a target that cannot be reached', async () => {
  const { body } = await ask('targets?scrapePool=web&state=active');
  const scraped = {
    lastScrape: expect.stringMatching(/^2026-01-15T11:59:\d\d/),
    lastScrapeDuration: expect.any(Number),
  };
  const common = { scrapePool: 'web', scrapeInterval: '15s', scrapeTimeout: '10s', ...scraped };
  expect(body).toMatchObject({
    data: {
      activeTargets: [
        { ...common, labels: web, health: 'up', lastError: '', scrapeUrl: 'http://web:80/metrics' },
        {
          ...common,
          health: 'down',
          lastError: 'Get "http://web-2:80/metrics": dial tcp 10.0.0.11:80: connect: connection refused',
          discoveredLabels: { __address__: 'web-2:80', __metrics_path__: '/metrics', job: 'web' },
        },
      ],
      droppedTargets: [],
      droppedTargetCounts: null,
    },
  });
});

it('takes a form before the address, and a body only where it says that it is a form', async () => {
  expect(await (await post('query?query=2', { query: '1' })).json()).toMatchObject({ data: { result: [at, '1'] } });
  const plain = new Request('http://localhost/api/v1/query?query=2', { method: 'POST', body: 'query=1' });
  expect(await (await respond(plain)).json()).toMatchObject({ data: { result: [at, '2'] } });
});

it('is found below any path, and says that it is well', async () => {
  const text = async (path: string) => (await respond(new Request(`http://localhost${path}`))).text();
  expect(await text('/a/b/api/v1/status/walreplay')).toContain('success');
  expect(await text('/-/healthy')).toBe('Prometheus Server is Healthy.\n');
  expect(await text('/x/-/ready')).toBe('Prometheus Server is Ready.\n');
});

it('answers nothing where there is nothing, and nothing that writes', async () => {
  const notFound = { status: 404, body: '404 page not found\n' };
  for (const path of ['nope', 'status/nope', '', 'label//values', 'constructor', 'format_query?query=1']) {
    expect(await ask(path)).toEqual(notFound);
  }
  const refused = await post('targets', {});
  expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET']);
  const put = await respond(new Request('http://localhost/api/v1/query', { method: 'PUT' }));
  expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, POST']);
});

test('a query says what Prometheus would remark on it', async () => {
  const { body } = await ask(`query?query=${q('quantile(2, load)')}`);
  expect(body).toMatchObject({ warnings: [expect.stringContaining('quantile value should be between 0 and 1')] });
  const asked = await ask(`query?query=${q('rate(load{job="web"}[5m])')}`);
  expect(asked.body).toMatchObject({ infos: [expect.stringContaining('might not be a counter')] });
});
