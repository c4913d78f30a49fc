import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answerLate, askedRange, type LateSeries } from '../testing/restlessPrometheus.ts';
import { BEGIN, expression, type Failure, type Move, move, restlessSeries } from '../testing/restlessWorld.ts';
import { createPrometheusClient } from './client.ts';
import type { QueryPlan } from './plan.ts';
import { createRangeCache } from './RangeCache.ts';
import type { QueryResult } from './types.ts';

const SECOND = 1000;
const HOUR = 3_600 * SECOND;

/** A server with these series, its clock, and how it fails just now. */
function serve(series: readonly LateSeries[]) {
  const server = { now: BEGIN, failure: null as Failure | null, asked: [] as number[] };
  const client = createPrometheusClient({
    baseUrl: 'http://prometheus.test',
    async fetch(_, init) {
      const range = askedRange(new URLSearchParams(String(init?.body)));
      server.asked.push(range.start);
      if (server.failure === 'refused') return new Response('no', { status: 503 });
      if (server.failure === 'cut off') throw new Error('the connection was reset');
      if (server.failure === null) return answerLate(series, range, server.now);
      const remark = server.failure === 'warned' ? { warnings: ['a store is away'] } : { isPartial: true };
      const reply: unknown = await answerLate(newerThan(series, server.now - HOUR / 10), range, server.now).json();
      return Response.json(Object.assign({}, reply, remark));
    },
  });
  return { server, client };
}

/** What is left when the store of what is older is away. */
function newerThan(series: readonly LateSeries[], limit: number): readonly LateSeries[] {
  return series.map((one) => ({ ...one, samples: one.samples.filter(({ time }) => time > limit) }));
}

/** What a viewer looks at, moved by each move. */
function createViewer() {
  let [range, ago, step, phase] = [600 * SECOND, 0, 15 * SECOND, 0];
  return {
    apply(one: Move) {
      if (one.kind === 'window') ({ range, ago } = one);
      if (one.kind === 'step') ({ step, phase } = one);
    },
    plan(expr: string, now: number): Extract<QueryPlan, { kind: 'range' }> {
      const align = (time: number) => time - ((time - phase) % step);
      return { kind: 'range', dataSource: 'main', expr, start: align(now - ago - range), end: align(now - ago), step };
    },
  };
}

const outcome = (answer: Promise<QueryResult>) => answer.then(said, (error: unknown) => ({ error: String(error) }));

/** An answer in numbers that sums of floats in another order do not change. */
function said({ frame, infos, warnings, isPartial }: QueryResult) {
  return {
    infos,
    isComplete: warnings.length === 0 && !isPartial,
    times: Array.from(frame.times),
    series: frame.series.map(({ labels, values, present }) => ({
      labels: Object.entries(labels),
      values: Array.from(values, (value) => Number(value.toPrecision(9))),
      present: present && Array.from(present),
    })),
  };
}

const walk = fc.record({
  series: restlessSeries,
  exprs: fc.array(expression, { minLength: 1, maxLength: 2 }),
  moves: fc.array(move, { minLength: 5, maxLength: 30 }),
  /** Ms by which the server's clock is ahead. */
  skew: fc.integer({ min: -HOUR, max: HOUR }),
});

it('answers as the server does to the whole plan, whatever the viewer does and the server suffers', async () => {
  const saved = { all: 0, some: 0, none: 0 };
  await fc.assert(
    fc.asyncProperty(walk, async ({ series, exprs, moves, skew }) => {
      const { server, client } = serve(series);
      const cache = createRangeCache(client, { now: () => server.now - skew, skew: () => skew });
      const viewer = createViewer();
      for (const one of moves) {
        viewer.apply(one);
        if (one.kind === 'wait') server.now += one.by;
        for (const expr of exprs) {
          const plan = viewer.plan(expr, server.now);
          server.failure = one.kind === 'failure' ? one.how : null;
          server.asked = [];
          const cached = await outcome(cache.fetch(plan));
          const [first] = server.asked;
          saved[first === undefined ? 'all' : first > plan.start ? 'some' : 'none']++;
          // What is complete, nothing asked or the failure not met, is the server's answer when it is well.
          if ('isComplete' in cached && cached.isComplete) server.failure = null;
          expect(cached).toEqual(await outcome(client.queryRange(plan)));
        }
      }
    }),
    { numRuns: 150 },
  );
  // The property says little of a cache that is never used.
  expect(saved.all).toBeGreaterThan(20);
  expect(saved.some).toBeGreaterThan(200);
});
