import { describe, expect, it } from 'vitest';
import type { LateSeries } from '../testing/restlessPrometheus.ts';
import { answerLate, askedRange } from '../testing/restlessPrometheus.ts';
import { createPrometheusClient } from './client.ts';
import type { QueryPlan } from './plan.ts';
import { createRangeCache, type RangeCacheOptions } from './RangeCache.ts';
import { failureOf } from './testing.ts';
import type { QueryResult } from './types.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const NOON = Date.UTC(2026, 0, 15, 12);
const SCRAPE = 15 * SECOND;

/** A counter scraped for seven hours until noon and an hour beyond. */
function counter(pod: string, from = NOON - 7 * HOUR, to = NOON + HOUR): LateSeries {
  const count = Math.floor((to - from) / SCRAPE);
  const samples = Array.from({ length: count }, (_, i) => {
    const time = from + i * SCRAPE;
    return { time, value: (time - NOON) / 1000 + 1e5, readableAt: time };
  });
  return { labels: { __name__: 'hits_total', pod }, samples };
}

type Reply = (request: { readonly signal: AbortSignal | null }) => Response | Promise<Response>;

/** A server, what it was asked, and a cache before it. */
function setUp(series: readonly LateSeries[] = [counter('a'), counter('b')], options: RangeCacheOptions = {}) {
  const world = { now: NOON, series, asked: [] as string[], bytes: 0, reply: null as Reply | null };
  const client = createPrometheusClient({
    baseUrl: 'http://prometheus.test',
    async fetch(url, init) {
      const form = new URLSearchParams(String(init?.body));
      const range = askedRange(form);
      const minutes = (time: number) => (time - NOON) / MINUTE;
      world.asked.push(String(url).endsWith('range') ? `${minutes(range.start)} to ${minutes(range.end)}` : 'instant');
      const { signal = null } = init ?? {};
      const response = await (world.reply?.({ signal }) ?? answerLate(world.series, range, world.now));
      world.bytes += (await response.clone().arrayBuffer()).byteLength;
      return response;
    },
  });
  const cache = createRangeCache(client, { now: () => world.now, ...options });
  const plan = (by: number, range = 30 * MINUTE, step = 30 * SECOND, expr = 'hits_total') =>
    ({ kind: 'range', dataSource: 'main', expr, start: NOON + by - range, end: NOON + by, step }) as const;
  /** At `by` ms after noon asks for the 30 minutes before; tells what was asked. */
  const tick = async (by: number, given: QueryPlan = plan(by)): Promise<string[]> => {
    world.now = NOON + by;
    world.asked = [];
    await cache.fetch(given);
    return world.asked;
  };
  return { world, client, cache, plan, tick };
}

const valuesOf = ({ frame }: QueryResult) => frame.series.map(({ values }) => Array.from(values));
const podsOf = ({ frame }: QueryResult) => frame.series.map(({ labels }) => labels.pod);

describe('after the whole', () => {
  it('asks for the tail, from the newest time on that was settled', async () => {
    const { tick } = setUp();
    expect(await tick(0)).toEqual(['-30 to 0']);
    expect(await tick(30 * SECOND)).toEqual(['-2 to 0.5']);
    expect(await tick(60 * SECOND)).toEqual(['-1.5 to 1']);
  });

  it('goes back two steps where that is more than two minutes', async () => {
    const { tick, plan } = setUp();
    const at = (by: number) => tick(by, plan(by, 10 * HOUR, 5 * MINUTE));
    await at(0);
    expect(await at(5 * MINUTE)).toEqual(['-10 to 5']);
  });

  it('goes back as far as the data source says that samples come late', async () => {
    const { tick } = setUp(undefined, { ingestionDelay: 6 * MINUTE });
    await tick(0);
    expect(await tick(30 * SECOND)).toEqual(['-6 to 0.5']);
  });

  it('goes back from what was now, where the answer went beyond', async () => {
    const { tick, plan } = setUp();
    await tick(0, plan(10 * MINUTE));
    expect(await tick(30 * SECOND, plan(10 * MINUTE))).toEqual(['-2 to 10']);
  });

  it('asks for nothing where all is settled', async () => {
    const { tick, plan, cache, client } = setUp();
    await tick(0);
    const zoomed = plan(-10 * MINUTE, 5 * MINUTE);
    expect(await tick(30 * SECOND, zoomed)).toEqual([]);
    expect(valuesOf(await cache.fetch(zoomed))).toEqual(valuesOf(await client.queryRange(zoomed)));
  });

  it('keeps windows of one expression apart: now, and the same twenty minutes ago', async () => {
    const { tick, plan } = setUp();
    const both = async (by: number) => [await tick(by), await tick(by, plan(by - 20 * MINUTE))];
    expect(await both(0)).toEqual([['-30 to 0'], ['-50 to -20']]);
    expect(await both(30 * SECOND)).toEqual([['-2 to 0.5'], ['-20 to -19.5']]);
    expect(await both(60 * SECOND)).toEqual([['-1.5 to 1'], ['-19.5 to -19']]);
  });

  it('still has the longer window when a shorter was asked', async () => {
    const { tick, plan } = setUp();
    await tick(0);
    await tick(30 * SECOND, plan(30 * SECOND, 5 * MINUTE));
    expect(await tick(60 * SECOND)).toEqual(['-2 to 1']);
  });
});

describe('as others do', () => {
  it.each([[0], [400], [14_600], [29_900]])('asks for the same tail, loaded %d ms into a refresh', async (phase) => {
    const { world, cache, plan, tick } = setUp();
    world.now = NOON + phase;
    await cache.fetch(plan(0, 30 * MINUTE, 15 * SECOND));
    expect(await tick(30 * SECOND, plan(30 * SECOND, 30 * MINUTE, 15 * SECOND))).toEqual(['-2 to 0.5']);
  });

  it('asks for the same tail where its clock is off by a second', async () => {
    const { world, cache, plan, tick } = setUp(undefined, { skew: () => -SECOND });
    world.now = NOON;
    await cache.fetch(plan(0));
    expect(await tick(30 * SECOND)).toEqual(['-2 to 0.5']);
  });

  it.each([
    ['29', '-2.5 to -2'],
    ['30', '-4.5 to -2'],
  ])('counts from when an answer was asked for that others were given %s s ago', async (age, expected) => {
    const { world, cache, plan, tick } = setUp();
    const ended = plan(-2.5 * MINUTE);
    world.now = NOON;
    world.reply = async () => Response.json(await answerLate(world.series, ended, NOON).json(), { headers: { age } });
    await cache.fetch(ended);
    world.reply = null;
    expect(await tick(30 * SECOND, plan(-2 * MINUTE))).toEqual([expected]);
  });
});

describe('asks for the whole', () => {
  it.each([
    ['another expression', { expr: 'rate(hits_total[1m])' }],
    ['another step', { step: 60 * SECOND }],
    ['a grid that is shifted', { start: NOON - 29.25 * MINUTE, end: NOON + 45 * SECOND }],
    ['an earlier start', { start: NOON - 40 * MINUTE }],
  ])('of %s', async (_, change) => {
    const { tick, plan } = setUp();
    await tick(0);
    const changed = { ...plan(30 * SECOND), ...change };
    const minutes = (time: number) => (time - NOON) / MINUTE;
    expect(await tick(30 * SECOND, changed)).toEqual([`${minutes(changed.start)} to ${minutes(changed.end)}`]);
  });

  it('after a gap, as after sleep', async () => {
    const { tick } = setUp();
    await tick(0);
    await tick(2.5 * MINUTE);
    expect(await tick(5.5 * MINUTE)).toEqual(['-24.5 to 5.5']);
  });

  it('after the clock was set back', async () => {
    const { tick } = setUp();
    await tick(0);
    expect(await tick(-30 * SECOND)).toEqual(['-30.5 to -0.5']);
  });

  it('while the clock of the server is not known, and goes by it as soon as it is', async () => {
    let skew: number | null = null;
    const { tick } = setUp(undefined, { skew: () => skew });
    await tick(0);
    expect(await tick(30 * SECOND)).toEqual(['-29.5 to 0.5']);
    skew = -MINUTE;
    expect(await tick(60 * SECOND)).toEqual(['-2.5 to 1']);
  });

  it('at every sixtieth step since the epoch, as all displays do', async () => {
    const { tick } = setUp();
    const asked: string[] = [];
    for (let i = 0; i < 125; i++) asked.push(...(await tick((i - 7) * 30 * SECOND)));
    const isWhole = (one: string) => one.startsWith(`${Number(one.split(' to ')[1]) - 30} `);
    expect(asked.flatMap((one, i) => (isWhole(one) ? [i] : []))).toEqual([0, 7, 67]);
  });

  it('always, where a value hangs on the ends of the range', async () => {
    const { tick, plan } = setUp();
    const expr = 'hits_total @ end()';
    await tick(0, plan(0, 30 * MINUTE, 30 * SECOND, expr));
    expect(await tick(30 * SECOND, plan(30 * SECOND, 30 * MINUTE, 30 * SECOND, expr))).toEqual(['-29.5 to 0.5']);
  });

  it('when what was settled has changed: another server, a deleted past', async () => {
    const { world, tick, cache, client, plan } = setUp();
    await tick(0);
    world.series = [counter('a', NOON - 2 * MINUTE + SECOND)];
    expect(await tick(30 * SECOND)).toEqual(['-2 to 0.5', '-29.5 to 0.5']);
    const answer = await cache.fetch(plan(30 * SECOND));
    expect(valuesOf(answer)).toEqual(valuesOf(await client.queryRange(plan(30 * SECOND))));
    expect(await tick(60 * SECOND)).toEqual(['-1.5 to 1']);
  });

  it('when more series come together than a client shows', async () => {
    const many = (from: number, to: number) =>
      Array.from({ length: 600 }, (_, i) => counter(`${from}-${i}`, NOON + from * MINUTE, NOON + to * MINUTE));
    const { tick, cache, plan } = setUp([...many(-30, -10), ...many(-1.5, 5)]);
    await tick(-2 * MINUTE);
    expect(await tick(-MINUTE)).toEqual(['-4 to -1', '-31 to -1']);
    expect((await cache.fetch(plan(-MINUTE))).capped).toEqual({ shown: 1000, total: 1200 });
  });
});

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
    const { world, tick } = setUp();
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
    const { world, cache, plan, tick } = setUp();
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
    const { tick } = setUp();
    const plan = { kind: 'instant', dataSource: 'main', expr: 'hits_total', time: NOON } as const;
    const instant = Response.json({ status: 'success', data: { resultType: 'vector', result: [] } });
    const { world, cache } = setUp();
    world.reply = () => instant.clone();
    await cache.fetch(plan);
    await cache.fetch(plan);
    expect(world.asked).toEqual(['instant', 'instant']);
    expect(await tick(0)).toEqual(['-30 to 0']);
  });
});

it('gives a series an end in the tail, and lets it go with its last sample', async () => {
  const { tick, cache, plan } = setUp([counter('a'), counter('b', NOON - HOUR, NOON)]);
  await tick(0);
  const podsAt = async (by: number) => {
    await tick(by);
    return podsOf(await cache.fetch(plan(by)));
  };
  for (let by = 30 * SECOND; by < 34.5 * MINUTE; by += 30 * SECOND) expect(await podsAt(by)).toEqual(['a', 'b']);
  expect(await podsAt(35 * MINUTE)).toEqual(['a']);
});

it('puts a late answer behind a newer one', async () => {
  const { world, cache, plan, tick } = setUp();
  await tick(0);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  world.reply = async () => {
    world.reply = null;
    await held;
    return answerLate(world.series, { ...plan(30 * SECOND), start: NOON - 2 * MINUTE }, world.now);
  };
  world.now = NOON + 30 * SECOND;
  const slow = cache.fetch(plan(30 * SECOND));
  await tick(90 * SECOND);
  release();
  expect(valuesOf(await slow)).toEqual(valuesOf(await cache.fetch(plan(30 * SECOND))));
  expect(await tick(120 * SECOND)).toEqual(['-0.5 to 2']);
});

it.each([
  [15 * SECOND, 'hits_total'],
  [30 * SECOND, 'rate(hits_total[1m])'],
])('costs at most a tenth at six hours and a refresh of %d ms: %s', async (refresh, expr) => {
  const { world, cache, plan } = setUp();
  const step = 30 * SECOND;
  /** Bytes and samples that a refresh costs. */
  const refreshAt = async (by: number): Promise<readonly [number, number]> => {
    world.bytes = 0;
    world.now = NOON + by;
    const { stats } = await cache.fetch(plan(by - (by % step), 6 * HOUR, step, expr));
    return [world.bytes, stats?.samples ?? 0];
  };
  const whole = await refreshAt(0);
  const costs: (readonly [number, number])[] = [];
  for (let by = refresh; by <= HOUR / 2; by += refresh) costs.push(await refreshAt(by));
  for (const i of [0, 1] as const) {
    const mean = costs.reduce((sum, cost) => sum + cost[i], 0) / costs.length;
    expect(mean).toBeGreaterThan(0);
    expect(mean / whole[i]).toBeLessThan(0.1);
  }
});
