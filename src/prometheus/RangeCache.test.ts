import { describe, expect, it } from 'vitest';
import { counter, NOON, openCache, podsOf, valuesOf } from '../testing/rangeCache.ts';
import { answerLate } from '../testing/restlessPrometheus.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

describe('after the whole', () => {
  it('asks for the tail, from the newest time on that was settled', async () => {
    const { tick } = openCache();
    expect(await tick(0)).toEqual(['-30 to 0']);
    expect(await tick(30 * SECOND)).toEqual(['-2 to 0.5']);
    expect(await tick(60 * SECOND)).toEqual(['-1.5 to 1']);
  });

  it('goes back two steps where that is more than two minutes', async () => {
    const { tick, plan } = openCache();
    const at = (by: number) => tick(by, plan(by, 10 * HOUR, 5 * MINUTE));
    await at(0);
    expect(await at(5 * MINUTE)).toEqual(['-10 to 5']);
  });

  it('goes back as far as the data source says that samples come late', async () => {
    const { tick } = openCache(undefined, { ingestionDelay: 6 * MINUTE });
    await tick(0);
    expect(await tick(30 * SECOND)).toEqual(['-6 to 0.5']);
  });

  it('goes back from what was now, where the answer went beyond', async () => {
    const { tick, plan } = openCache();
    await tick(0, plan(10 * MINUTE));
    expect(await tick(30 * SECOND, plan(10 * MINUTE))).toEqual(['-2 to 10']);
  });

  it('asks for nothing where all is settled', async () => {
    const { tick, plan, cache, client } = openCache();
    await tick(0);
    const zoomed = plan(-10 * MINUTE, 5 * MINUTE);
    expect(await tick(30 * SECOND, zoomed)).toEqual([]);
    expect(valuesOf(await cache.fetch(zoomed))).toEqual(valuesOf(await client.queryRange(zoomed)));
  });

  it('keeps windows of one expression apart: now, and the same twenty minutes ago', async () => {
    const { tick, plan } = openCache();
    const both = async (by: number) => [await tick(by), await tick(by, plan(by - 20 * MINUTE))];
    expect(await both(0)).toEqual([['-30 to 0'], ['-50 to -20']]);
    expect(await both(30 * SECOND)).toEqual([['-2 to 0.5'], ['-20 to -19.5']]);
    expect(await both(60 * SECOND)).toEqual([['-1.5 to 1'], ['-19.5 to -19']]);
  });

  it('still has the longer window when a shorter was asked', async () => {
    const { tick, plan } = openCache();
    await tick(0);
    await tick(30 * SECOND, plan(30 * SECOND, 5 * MINUTE));
    expect(await tick(60 * SECOND)).toEqual(['-2 to 1']);
  });
});

describe('as others do', () => {
  it.each([[0], [400], [14_600], [29_900]])('asks for the same tail, loaded %d ms into a refresh', async (phase) => {
    const { world, cache, plan, tick } = openCache();
    world.now = NOON + phase;
    await cache.fetch(plan(0, 30 * MINUTE, 15 * SECOND));
    expect(await tick(30 * SECOND, plan(30 * SECOND, 30 * MINUTE, 15 * SECOND))).toEqual(['-2 to 0.5']);
  });

  it('asks for the same tail where its clock is off by a second', async () => {
    const { world, cache, plan, tick } = openCache(undefined, { skew: () => -SECOND });
    world.now = NOON;
    await cache.fetch(plan(0));
    expect(await tick(30 * SECOND)).toEqual(['-2 to 0.5']);
  });

  it.each([
    ['29', '-2.5 to -2'],
    ['30', '-4.5 to -2'],
  ])('counts from when an answer was asked for that others were given %s s ago', async (age, expected) => {
    const { world, cache, plan, tick } = openCache();
    const ended = plan(-2.5 * MINUTE);
    world.now = NOON;
    world.reply = async () => Response.json(await answerLate(world.series, ended, NOON).json(), { headers: { age } });
    await cache.fetch(ended);
    world.reply = null;
    expect(await tick(30 * SECOND, plan(-2 * MINUTE))).toEqual([expected]);
  });
});

it('gives a series an end in the tail, and lets it go with its last sample', async () => {
  const { tick, cache, plan } = openCache([counter('a'), counter('b', NOON - HOUR, NOON)]);
  await tick(0);
  const podsAt = async (by: number) => {
    await tick(by);
    return podsOf(await cache.fetch(plan(by)));
  };
  for (let by = 30 * SECOND; by < 34.5 * MINUTE; by += 30 * SECOND) expect(await podsAt(by)).toEqual(['a', 'b']);
  expect(await podsAt(35 * MINUTE)).toEqual(['a']);
});

it('puts a late answer behind a newer one', async () => {
  const { world, cache, plan, tick } = openCache();
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
  const { world, cache, plan } = openCache();
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
