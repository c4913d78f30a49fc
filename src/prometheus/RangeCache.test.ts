import { expect, it } from 'vitest';
import { createRangeCache } from './RangeCache.ts';
import { failureOf, fakeClient, success } from './testing.ts';

it('asks what the plan says', async () => {
  const { client, sent } = fakeClient([
    success({
      resultType: 'matrix',
      result: [
        {
          metric: {},
          values: [
            [60, '1'],
            [75, '2'],
          ],
        },
      ],
    }),
    success({ resultType: 'vector', result: [] }),
  ]);
  const cache = createRangeCache(client);
  const range = await cache.fetch({
    kind: 'range',
    dataSource: 'main',
    expr: 'up',
    start: 60_000,
    end: 75_000,
    step: 15_000,
  });
  expect(Array.from(range.frame.series[0]?.values ?? [])).toEqual([1, 2]);
  const instant = await cache.fetch({ kind: 'instant', dataSource: 'main', expr: 'up', time: 75_000 });
  expect(Array.from(instant.frame.times)).toEqual([75_000]);
  expect(sent.map(({ url, body }) => [url, body])).toEqual([
    ['http://prometheus.test/api/v1/query_range', 'query=up&start=60&end=75&step=15'],
    ['http://prometheus.test/api/v1/query', 'query=up&time=75'],
  ]);
});

it('can be given up', async () => {
  const cache = createRangeCache(fakeClient(success({})).client);
  const plan = { kind: 'instant', dataSource: 'main', expr: 'up', time: 0 } as const;
  expect(await failureOf(cache.fetch(plan, AbortSignal.abort()))).toMatchObject({ kind: 'aborted' });
});
