import { describe, expect, it, test } from 'vitest';
import { failureOf, fakeFetch, success } from '../prometheus/testing.ts';
import { createPushgatewayClient } from './client.ts';

const PUSHED = 1_795_249_450_399;
const stamp = '2026-11-21T08:24:10.399103994Z';
const own = (value: string, labels: object = { job: 'plain', instance: '' }) => ({
  time_stamp: stamp,
  type: 'GAUGE',
  help: 'Last Unix time',
  metrics: [{ labels, value }],
});
const metric = (type: string, ...metrics: object[]) => ({ time_stamp: stamp, type, metrics });
const group = {
  labels: { job: 'plain' },
  last_push_successful: true,
  push_time_seconds: own('1.795249450399104e+09'),
  push_failure_time_seconds: own('0'),
};

function clientOf(answer: Response) {
  const { fetch, sent } = fakeFetch(answer);
  return { client: createPushgatewayClient({ baseUrl: '/api/pg/main', fetch }), sent };
}

const plain = { value: null, count: null, sum: null, buckets: null, quantiles: null };

describe('groups', () => {
  it('has metrics of every type', async () => {
    const labels = { job: 'plain' };
    const { client, sent } = clientOf(
      success([
        {
          ...group,
          g: { ...metric('GAUGE', { labels, value: '1.5e+09' }), help: 'a gauge' },
          h: metric('HISTOGRAM', { labels, buckets: { '1': '1', '+Inf': '2' }, count: '2', sum: '3' }),
          s: metric('SUMMARY', { labels, quantiles: { '0.5': 'NaN' }, count: '2', sum: '1' }),
          native: metric('HISTOGRAM', { labels, buckets: [[0, '1', '2', '3']], count: '3', sum: '4' }),
        },
      ]),
    );
    const family = (name: string, type: string, rest: object, help = '') => {
      return { name, type, help, pushedAt: PUSHED, metrics: [{ ...plain, labels, ...rest }] };
    };
    expect(await client.groups()).toEqual([
      {
        labels,
        lastPushSuccessful: true,
        pushedAt: PUSHED,
        failedAt: null,
        families: [
          family('g', 'gauge', { value: '1.5e+09' }, 'a gauge'),
          family('h', 'histogram', { buckets: { '1': '1', '+Inf': '2' }, count: '2', sum: '3' }),
          family('s', 'summary', { quantiles: { '0.5': 'NaN' }, count: '2', sum: '1' }),
          family('native', 'histogram', { count: '3', sum: '4' }),
        ],
      },
    ]);
    expect(sent).toMatchObject([{ method: 'GET', url: '/api/pg/main/api/v1/metrics' }]);
  });

  it('has one that never got anything in', async () => {
    const failed = {
      labels: { job: 'bad' },
      last_push_successful: false,
      push_time_seconds: own('0'),
      push_failure_time_seconds: own('1.7952494505659173e+09'),
    };
    const { client } = clientOf(success([failed]));
    expect(await client.groups()).toEqual([
      { labels: { job: 'bad' }, lastPushSuccessful: false, pushedAt: null, failedAt: 1_795_249_450_566, families: [] },
    ]);
  });

  it('is not fooled by metrics that are called as the group is described', async () => {
    const odd = {
      ...group,
      labels: metric('UNTYPED', { labels: {}, value: '1' }),
      last_push_successful: metric('UNTYPED', { labels: {}, value: '1' }),
    };
    const [found] = await clientOf(success([odd])).client.groups();
    expect(found).toMatchObject({ labels: { job: 'plain' }, lastPushSuccessful: true });
    expect(found?.families.map(({ name }) => name)).toEqual(['labels', 'last_push_successful']);
  });

  test.each([null, []])('may be none: %j', async (none) => {
    expect(await clientOf(success(none)).client.groups()).toEqual([]);
  });
});

it('tells its status', async () => {
  const build = { version: '1.5.1', revision: 'r' };
  const data = { build_information: build, flags: { 'log.level': 'info' }, start_time: stamp };
  const { client } = clientOf(success(data));
  expect(await client.status()).toEqual({
    version: '1.5.1',
    build,
    flags: { 'log.level': 'info' },
    startedAt: PUSHED,
  });
});

it('deletes a group', async () => {
  const { client, sent } = clientOf(new Response(null, { status: 202 }));
  expect(await client.deleteGroup({ path: '/var', job: 'a b' })).toBeUndefined();
  expect(sent).toMatchObject([
    { method: 'DELETE', url: '/api/pg/main/metrics/job/a%20b/path@base64/L3Zhcg', body: '' },
  ]);
});

test.each<[string, unknown, string]>([
  ['no envelope', [], 'status'],
  ['no list', { status: 'success', data: {} }, 'data'],
  ['a list of texts', { status: 'success', data: ['a'] }, 'data.0'],
])('a malformed reply: %s', async (_name, reply, path) => {
  const error = await failureOf(clientOf(Response.json(reply)).client.groups());
  expect(error.kind).toBe('malformed');
  expect(error.path).toBe(path);
});

test('a malformed status', async () => {
  const { client } = clientOf(success({ build_information: {}, flags: { a: 1 } }));
  expect(await failureOf(client.status())).toMatchObject({ kind: 'malformed', path: 'data.flags.a' });
});
