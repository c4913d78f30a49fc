import { expect, it } from 'vitest';
import { createServerClock } from './serverClock.ts';
import { failureOf, fakeClient, silence, success } from './testing.ts';

/** A clock that goes `pace` ms at each look. */
function pacing(start: number, pace: number): () => number {
  let time = start - pace;
  return () => {
    time += pace;
    return time;
  };
}

const time = (seconds: number | string) => success({ resultType: 'scalar', result: [1, String(seconds)] });

it('is our own clock before the first sync', () => {
  const clock = createServerClock(fakeClient(time(0)).client, { now: () => 5000 });
  expect([clock.now(), clock.skew()]).toEqual([5000, null]);
});

it('takes half of the round trip as the way back', async () => {
  const { client, sent } = fakeClient(time(100.25));
  const clock = createServerClock(client, { now: pacing(1000, 400) });
  await clock.sync();
  expect(sent[0]?.body).toBe('query=time%28%29');
  expect(clock.skew()).toBe(100_250 - 1200);
  expect(clock.now()).toBe(1800 + (clock.skew() ?? Number.NaN));
});

it('takes the date of the answer where the server evaluates further back', async () => {
  const { client } = fakeClient(success({ resultType: 'vector', result: [{ metric: {}, value: [130, '100.25'] }] }));
  const clock = createServerClock(client, { now: () => 130_000 });
  await clock.sync();
  expect(clock.skew()).toBe(0);
});

it('follows the newest sync, and keeps what it knows when one fails', async () => {
  const { client } = fakeClient([
    time(10),
    time(20),
    new Response('no', { status: 503 }),
    time('NaN'),
    success({ resultType: 'vector', result: [] }),
  ]);
  const clock = createServerClock(client, { now: () => 15_000 });
  await clock.sync();
  expect(clock.skew()).toBe(-5000);
  await clock.sync();
  expect(clock.now()).toBe(20_000);
  for (const kind of ['unavailable', 'malformed', 'malformed'])
    expect(await failureOf(clock.sync())).toMatchObject({ kind });
  expect(clock.skew()).toBe(5000);
});

it('is not moved by an answer that took long and agrees with what is known', async () => {
  const { client } = fakeClient([time(100), time(400), time(700)]);
  // Asked and answered at once; then during ten minutes; then during ten minutes in which the server lost five.
  const times = [100_000, 100_000, 110_000, 710_000, 1_300_000, 1_900_000];
  const clock = createServerClock(client, { now: () => times.shift() ?? Number.NaN });
  await clock.sync();
  await clock.sync();
  expect(clock.skew()).toBe(0);
  await clock.sync();
  expect(clock.skew()).toBe(700_000 - 1_300_000);
});

it('goes on where our clock is set back, and is not moved by what may be sleep', async () => {
  const { client } = fakeClient([time(5_000), time(1_470)]);
  const clocks = { ours: 8_600_000, steady: 0 };
  const clock = createServerClock(client, { now: () => clocks.ours, steady: () => clocks.steady });
  await clock.sync();
  expect(clock.now()).toBe(5_000_000);
  clocks.ours += 30_000 - 3_600_000;
  clocks.steady += 30_000;
  expect([clock.now(), clock.skew()]).toEqual([5_030_000, 0]);
  clocks.ours += 7_200_000;
  clocks.steady += 1_000;
  expect([clock.now(), clock.skew()]).toEqual([12_230_000, 0]);
  clocks.ours -= 10_800_000;
  await clock.sync();
  expect([clock.now(), clock.skew()]).toEqual([1_470_000, 40_000]);
});

it('can be given up', async () => {
  const controller = new AbortController();
  const failure = failureOf(createServerClock(fakeClient(silence).client).sync(controller.signal));
  controller.abort();
  expect(await failure).toMatchObject({ kind: 'aborted' });
});
