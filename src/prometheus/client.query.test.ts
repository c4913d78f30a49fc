import { describe, expect, it, test } from 'vitest';
import type { PrometheusClient } from './client.ts';
import { failureOf, fakeClient, success } from './testing.ts';

type Call = (client: PrometheusClient, signal?: AbortSignal) => Promise<unknown>;

const matrix = { resultType: 'matrix', result: [] };
const vector = { resultType: 'vector', result: [] };
const hour = { start: 1_700_000_000_000, end: 1_700_003_600_500 };
const times = 'start=1700000000&end=1700003600.5';

describe('a query is sent as it is asked', () => {
  test.each<[name: string, call: Call, path: string, body: string, data: unknown]>([
    ['now', (c, s) => c.query({ expr: 'up{a="b"}' }, s), 'query', 'query=up%7Ba%3D%22b%22%7D', vector],
    [
      'at a time, with stats',
      (c, s) => c.query({ expr: 'up', time: 1_700_000_000_123, stats: true }, s),
      'query',
      'query=up&time=1700000000.123&stats=all',
      vector,
    ],
    [
      'a range off the multiples of its step',
      (c, s) => c.queryRange({ expr: 'up', ...hour, step: 1500 }, s),
      'query_range',
      `query=up&${times}&step=1.5&nocache=1`,
      matrix,
    ],
    [
      'a range, with stats',
      (c, s) => c.queryRange({ expr: 'up', ...hour, start: 1_700_000_040_000, step: 60_000, stats: true }, s),
      'query_range',
      `query=up&start=1700000040&end=1700003600.5&step=60&stats=all`,
      matrix,
    ],
  ])('%s', async (_, call, path, body, data) => {
    const { client, sent } = fakeClient(success(data));
    await call(client);
    expect(sent).toMatchObject([{ method: 'POST', url: `http://prometheus.test/api/v1/${path}`, body }]);
    expect(await failureOf(call(client, AbortSignal.abort()))).toMatchObject({ kind: 'aborted' });
  });

  it('a plan may be given as it is: what is no part of the question is not sent', async () => {
    const { client, sent } = fakeClient(success(matrix));
    const plan = { kind: 'range', dataSource: 'main', expr: 'up', start: 0, end: 0, step: 1000 };
    await client.queryRange(plan);
    expect(sent[0]?.body).toBe('query=up&start=0&end=0&step=1');
  });
});
