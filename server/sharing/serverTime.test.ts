import { Readable } from 'node:stream';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { prometheusApi } from '../upstream/dialect.ts';
import type { UpstreamAnswer } from '../upstream/upstream.ts';
import { askTime, COUNTED_ON, countOn, QUICK } from './serverTime.ts';
import { createSharing } from './sharing.ts';

const NOON = Date.parse('2026-01-15T12:00:00Z');
const MEGABYTE = 1024 * 1024;

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout'], now: NOON }));
afterEach(() => void vi.useRealTimers());

const delay = (ms: number) => (ms === 0 ? null : new Promise((resolve) => setTimeout(resolve, ms)));
const scalar = (time: number) => `{"status":"success","data":{"resultType":"scalar","result":[${time},"${time}"]}}`;
const answerOf = (text: string, statusCode = 200): UpstreamAnswer => {
  const headers = { 'content-type': 'application/json', 'content-length': String(text.length) };
  return Object.assign(Readable.from([Buffer.from(text)]), { statusCode, headers });
};

interface World {
  /** Ms by which the server's clock is ahead of ours. */
  skew: number;
  /** Ms that a question takes on its way there, and its answer back. */
  way: readonly [number, number];
  body: (time: number) => string;
  fails: boolean;
}

/** Askers before one gateway, and a server of which it asks what time it is. */
function setUp(given: Partial<World> = {}) {
  const world: World = { skew: 0, way: [0, 0], body: scalar, fails: false, ...given };
  const sharing = createSharing(MEGABYTE);
  let sent = 0;
  async function send(): Promise<UpstreamAnswer> {
    sent += 1;
    const [there, back] = world.way;
    await delay(there);
    if (world.fails) throw new Error('away');
    const text = world.body((Date.now() + world.skew) / 1000);
    await delay(back);
    return answerOf(text);
  }
  async function askAndRead(wantsFresh: boolean) {
    const arrivedAt = Date.now();
    const { whole } = prometheusApi;
    const gone = new AbortController().signal;
    const asker = { server: 'main clock', key: 'time', keepUntil: () => 0, whole, wantsFresh, gone, send };
    const { from, body, headers } = await askTime(sharing, asker);
    const { data } = JSON.parse(String(body));
    const time = Math.round(Number(data.result.at(-1).value?.[1] ?? data.result[1]) * 1000);
    const leftAt = Date.now();
    return { from, headers, arrivedAt, leftAt, time, skew: time - (arrivedAt + leftAt) / 2 };
  }
  /** Asks so many ms from now. */
  async function askIn(ms: number, wantsFresh = false) {
    await delay(ms);
    return askAndRead(wantsFresh);
  }
  /** Asks now, of a server that answers at once. */
  async function ask(wantsFresh = false) {
    const told = askAndRead(wantsFresh);
    told.catch(() => {});
    await vi.advanceTimersByTimeAsync(1);
    return told;
  }
  return { world, ask, askIn, sent: () => sent };
}

describe('countOn', () => {
  it.each([
    ['a scalar', scalar(10.25), scalar(11.5)],
    [
      'a vector, with what else is said',
      '{"status":"success","isPartial":false,"data":{"resultType":"vector","result":[{"metric":{},"value":[10,"10"]}],"more":1}}',
      '{"status":"success","isPartial":false,"data":{"resultType":"vector","result":[{"metric":{},"value":[11.25,"11.25"]}],"more":1}}',
    ],
  ])('%s', (_name, given, expected) => {
    expect(JSON.parse(String(countOn(Buffer.from(given), 1250)))).toEqual(JSON.parse(expected));
  });

  it.each([
    ['no JSON', 'x'],
    ['an error', '{"status":"error","errorType":"x","error":"y"}'],
    ['a series with a name', '{"data":{"resultType":"vector","result":[{"metric":{"a":"b"},"value":[1,"1"]}]}}'],
    ['several series', '{"data":{"resultType":"vector","result":[]}}'],
  ])('not %s', (_name, body) => {
    expect(countOn(Buffer.from(body), 1)).toBeNull();
  });
});

describe('the time', () => {
  it('is asked for once by a hundred who come within a while, and is right for each', async () => {
    const { askIn, sent } = setUp({ skew: -7_000, way: [20, 20] });
    const asked = Promise.all(Array.from({ length: 100 }, (_, i) => askIn(i * 140)));
    await vi.advanceTimersByTimeAsync(COUNTED_ON);
    const told = await asked;
    expect(sent()).toBe(1);
    for (const { skew, headers } of told) {
      expect(Math.abs(skew + 7_000)).toBeLessThanOrEqual(1);
      expect(headers).not.toHaveProperty('age');
    }
    expect(new Set(told.map(({ from }) => from))).toEqual(new Set(['upstream', 'kept']));
  });

  it('is asked for again after a while, and then a clock that was set is noticed', async () => {
    const { world, ask, sent } = setUp();
    expect((await ask()).skew).toBe(0);
    world.skew = 3_600_000;
    await vi.advanceTimersByTimeAsync(COUNTED_ON - 100);
    expect((await ask()).skew).toBe(0);
    await vi.advanceTimersByTimeAsync(200);
    expect((await ask()).skew).toBe(3_600_000);
    expect(sent()).toBe(2);
  });

  it('is asked for at once by who takes nothing that was kept', async () => {
    const { world, ask } = setUp();
    await ask();
    world.skew = 60_000;
    expect([(await ask(true)).skew, (await ask()).skew]).toEqual([60_000, 60_000]);
  });

  it("is not moved when the gateway's own clock is set", async () => {
    const { ask } = setUp();
    const before = await ask();
    vi.setSystemTime(Date.now() + 5_000);
    const after = await ask();
    expect([after.from, after.time - before.time]).toEqual(['kept', 1]);
  });

  it('is for those alone who asked before, where the answer took long', async () => {
    const { askIn, sent } = setUp({ way: [100, 9_900] });
    const asked = Promise.all([0, 2_000, 9_000, 30_000].map((ms) => askIn(ms)));
    await vi.advanceTimersByTimeAsync(60_000);
    for (const { time, arrivedAt, leftAt } of await asked) {
      expect(time).toBeGreaterThanOrEqual(arrivedAt);
      expect(time).toBeLessThanOrEqual(leftAt);
    }
    expect(sent()).toBe(3);
  });

  it.each<[string, Partial<World>]>([
    ['a failure', { fails: true }],
    ['a partial answer', { body: (time) => scalar(time).replace('}}', '},"isPartial":true}') }],
    ['an answer with a warning', { body: (time) => scalar(time).replace('}}', '},"warnings":["x"]}') }],
    ['an error that calls itself good', { body: () => '{"status":"error","data":{"result":[0,"0"]}}' }],
    ['what is no time', { body: () => '{"status":"success","data":{"resultType":"string","result":[0,"0"]}}' }],
  ])('is not counted on from %s', async (_name, wrong) => {
    const { world, ask, sent } = setUp(wrong);
    await Promise.allSettled([ask()]);
    Object.assign(world, { fails: false, body: scalar, skew: 1_000 });
    expect(await ask()).toMatchObject({ from: 'upstream', skew: 1_000 });
    expect(sent()).toBe(2);
  });

  it("is right within half of the longest round trip that counts, or of the asker's own", async () => {
    const way = fc.oneof(fc.nat(30), fc.nat(4_000));
    const asker = fc.record({ at: fc.nat(90_000), there: way, back: way });
    const worlds = fc.array(asker, { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(worlds, fc.integer({ min: -1e7, max: 1e7 }), async (askers, skew) => {
        const { world, askIn } = setUp({ skew });
        const asked = askers.map(async ({ at, there, back }) => {
          setTimeout(() => {
            world.way = [there, back];
          }, at);
          return askIn(at);
        });
        await vi.advanceTimersByTimeAsync(200_000);
        for (const { skew: told, arrivedAt, leftAt } of await Promise.all(asked)) {
          expect(Math.abs(told - skew)).toBeLessThanOrEqual(Math.max(QUICK, leftAt - arrivedAt) / 2 + 1);
        }
      }),
      { numRuns: 50 },
    );
  });
});
