import { describe, expect, it } from 'vitest';
import { counter, NOON, openCache, valuesOf } from '../testing/rangeCache.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

describe('asks for the whole', () => {
  it.each([
    ['another expression', { expr: 'rate(hits_total[1m])' }],
    ['another step', { step: 60 * SECOND }],
    ['a grid that is shifted', { start: NOON - 29.25 * MINUTE, end: NOON + 45 * SECOND }],
    ['an earlier start', { start: NOON - 40 * MINUTE }],
  ])('of %s', async (_, change) => {
    const { tick, plan } = openCache();
    await tick(0);
    const changed = { ...plan(30 * SECOND), ...change };
    const minutes = (time: number) => (time - NOON) / MINUTE;
    expect(await tick(30 * SECOND, changed)).toEqual([`${minutes(changed.start)} to ${minutes(changed.end)}`]);
  });

  it('after a gap, as after sleep', async () => {
    const { tick } = openCache();
    await tick(0);
    await tick(2.5 * MINUTE);
    expect(await tick(5.5 * MINUTE)).toEqual(['-24.5 to 5.5']);
  });

  it('after the clock was set back', async () => {
    const { tick } = openCache();
    await tick(0);
    expect(await tick(-30 * SECOND)).toEqual(['-30.5 to -0.5']);
  });

  it('while the clock of the server is not known, and goes by it as soon as it is', async () => {
    let skew: number | null = null;
    const { tick } = openCache(undefined, { skew: () => skew });
    await tick(0);
    expect(await tick(30 * SECOND)).toEqual(['-29.5 to 0.5']);
    skew = -MINUTE;
    expect(await tick(60 * SECOND)).toEqual(['-2.5 to 1']);
  });

  it('at every sixtieth step since the epoch, as all displays do', async () => {
    const { tick } = openCache();
    const asked: string[] = [];
    for (let i = 0; i < 125; i++) asked.push(...(await tick((i - 7) * 30 * SECOND)));
    const isWhole = (one: string) => one.startsWith(`${Number(one.split(' to ')[1]) - 30} `);
    expect(asked.flatMap((one, i) => (isWhole(one) ? [i] : []))).toEqual([0, 7, 67]);
  });

  it('when the viewer asks once more for what is shown; for what came since, only that', async () => {
    const { tick, plan } = openCache();
    await tick(0);
    expect(await tick(30 * SECOND, { ...plan(30 * SECOND), fresh: true })).toEqual(['-2 to 0.5']);
    expect(await tick(30 * SECOND, { ...plan(30 * SECOND), fresh: true })).toEqual(['-29.5 to 0.5']);
    expect(await tick(60 * SECOND)).toEqual(['-1.5 to 1']);
  });

  it('always, where a value hangs on the ends of the range', async () => {
    const { tick, plan } = openCache();
    const expr = 'hits_total @ end()';
    await tick(0, plan(0, 30 * MINUTE, 30 * SECOND, expr));
    expect(await tick(30 * SECOND, plan(30 * SECOND, 30 * MINUTE, 30 * SECOND, expr))).toEqual(['-29.5 to 0.5']);
  });

  it('when what was settled has changed: another server, a deleted past', async () => {
    const { world, tick, cache, client, plan } = openCache();
    await tick(0);
    world.series = [counter('a', NOON - 2 * MINUTE + SECOND)];
    expect(await tick(30 * SECOND)).toEqual(['-2 to 0.5', '-29.5 to 0.5']);
    const answer = await cache.fetch(plan(30 * SECOND));
    expect(valuesOf(answer)).toEqual(valuesOf(await client.queryRange(plan(30 * SECOND))));
    expect(await tick(60 * SECOND)).toEqual(['-1.5 to 1']);
  });

  it.each([
    ['has moved on', 2 * MINUTE, 30 * MINUTE],
    ['is shorter', 2 * MINUTE, 10 * MINUTE],
    ['is shorter and lies back', -3 * MINUTE, 10 * MINUTE],
  ])('where a remark may be about what is not shown any more: the range %s', async (_, by, range) => {
    const labels = { __name__: 'load', pod: 'gone' };
    const gone = { ...counter('gone', NOON - 7 * HOUR, NOON - 29 * MINUTE), labels };
    const { world, cache, client, plan } = openCache([counter('a'), gone]);
    const expr = 'rate({__name__=~"hits_total|load"}[1m])';
    const planned = (until: number, length: number) => plan(until, length, 30 * SECOND, expr);
    const first = await cache.fetch(planned(0, 30 * MINUTE));
    expect(first.infos).toEqual([expect.stringContaining('"load"')]);
    world.now = NOON + Math.max(0, by);
    const { infos, frame } = await cache.fetch(planned(by, range));
    const whole = await client.queryRange(planned(by, range));
    expect([infos, frame]).toEqual([[], whole.frame]);
  });

  it('when more series come together than a client shows', async () => {
    const many = (from: number, to: number) =>
      Array.from({ length: 600 }, (_, i) => counter(`${from}-${i}`, NOON + from * MINUTE, NOON + to * MINUTE));
    const { tick, cache, plan } = openCache([...many(-30, -10), ...many(-1.5, 5)]);
    await tick(-2 * MINUTE);
    expect(await tick(-MINUTE)).toEqual(['-4 to -1', '-31 to -1']);
    expect((await cache.fetch(plan(-MINUTE))).capped).toEqual({ shown: 1000, total: 1200 });
  });
});
