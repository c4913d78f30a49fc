import { describe, expect, it } from 'vitest';
import { NOON, openCache, type Reply } from '../testing/rangeCache.ts';
import { failureOf } from './testing.ts';

const SECOND = 1000;

describe('does not keep', () => {
  const sample = (seconds: number) => [NOON / SECOND + seconds, '7'];
  const replyOf = (result: unknown, more: object = {}): Reply => {
    return () => Response.json({ status: 'success', data: { resultType: 'matrix', result }, ...more });
  };
  const histograms = [{ metric: {}, histograms: [[NOON / SECOND, { count: '1', sum: '1', buckets: [] }]] }];
  const series = Array.from({ length: 1001 }, (_, i) => ({ metric: { i: String(i) }, values: [sample(0)] }));

  it.each([
    ['a partial answer', replyOf([], { isPartial: true })],
    ['an answer with warnings', replyOf([], { warnings: ['a store is away'] })],
    ['an answer that was cut', replyOf(series)],
    ['native histograms', replyOf(histograms)],
  ])('%s, whole or as a tail', async (_, reply) => {
    const { world, tick } = openCache();
    world.reply = reply;
    await tick(0);
    expect(await tick(30 * SECOND)).toEqual(['-29.5 to 0.5']);
    world.reply = null;
    await tick(30 * SECOND);
    world.reply = (request) => (world.asked.length === 1 ? reply(request) : Response.json({}, { status: 503 }));
    await expect(tick(60 * SECOND)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(world.asked).toEqual(['-1.5 to 1', '-29 to 1']);
    world.reply = null;
    expect(await tick(90 * SECOND)).toEqual(['-1.5 to 1.5']);
  });

  it('anything of a tail that was given up, or failed', async () => {
    const { world, cache, plan, tick } = openCache();
    await tick(0);
    const controller = new AbortController();
    world.reply = ({ signal }) => {
      controller.abort();
      return signal?.aborted ? Promise.reject(signal.reason) : Response.json({});
    };
    expect(await failureOf(cache.fetch(plan(30 * SECOND), controller.signal))).toMatchObject({ kind: 'aborted' });
    world.reply = () => Response.json({ status: 'error', errorType: 'timeout', error: 'late' }, { status: 503 });
    await expect(tick(30 * SECOND)).rejects.toMatchObject({ kind: 'timeout' });
    world.reply = null;
    expect(await tick(60 * SECOND)).toEqual(['-2 to 1']);
  });

  it('instant answers', async () => {
    const { tick } = openCache();
    const plan = { kind: 'instant', dataSource: 'main', expr: 'hits_total', time: NOON } as const;
    const instant = Response.json({ status: 'success', data: { resultType: 'vector', result: [] } });
    const { world, cache } = openCache();
    world.reply = () => instant.clone();
    await cache.fetch(plan);
    await cache.fetch(plan);
    expect(world.asked).toEqual(['instant', 'instant']);
    expect(await tick(0)).toEqual(['-30 to 0']);
  });
});
