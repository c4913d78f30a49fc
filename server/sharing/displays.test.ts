import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { resolveRange, type TimeRange } from '../../src/model/timeRange.ts';
import { createPrometheusClient } from '../../src/prometheus/client.ts';
import { planQuery } from '../../src/prometheus/planQuery.ts';
import { createRangeCache } from '../../src/prometheus/RangeCache.ts';
import { createServerClock } from '../../src/prometheus/serverClock.ts';
import { askedAbout, dueAfter } from '../../src/prometheus/ticks.ts';
import { prometheusApi } from '../upstream/dialect.ts';
import type { UpstreamAnswer } from '../upstream/upstream.ts';
import { asksTime, keepUntil, readQuestion } from './question.ts';
import { askTime } from './serverTime.ts';
import { type Asker, createSharing } from './sharing.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const START = Date.parse('2026-01-15T11:50:00Z');
const REFRESHES = 20;

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'performance'], now: START }));
afterEach(() => void vi.useRealTimers());

const board = [
  { expr: 'sum(up)', instant: true, width: 300 },
  { expr: 'increase(hits_total[$__range])', instant: true, width: 300 },
  { expr: 'rate(hits_total[$__rate_interval])', instant: false, width: 620 },
  { expr: 'histogram_quantile(0.9, sum by (le) (rate(took_bucket[$__rate_interval])))', instant: false, width: 1200 },
];

/** A gateway before a server whose samples are their times: counts what reaches the server. */
function startGateway() {
  const sharing = createSharing(64 * 1024 * 1024);
  const upstream: string[] = [];
  async function answer(endpoint: string, form: URLSearchParams): Promise<UpstreamAnswer> {
    upstream.push(`${endpoint} ${form}`);
    const [start, end, step] = ['start', 'end', 'step'].map((name) => Number(form.get(name)));
    const value = (at = 0) => [at, String(at)];
    const values = Array.from({ length: ((end ?? 0) - (start ?? 0)) / (step ?? 1) + 1 }, (_, i) =>
      value((start ?? 0) + i * (step ?? 0)),
    );
    const data =
      endpoint === 'query'
        ? { resultType: 'vector', result: [{ metric: {}, value: value(Number(form.get('time'))) }] }
        : { resultType: 'matrix', result: [{ metric: {}, values }] };
    const body = Buffer.from(JSON.stringify({ status: 'success', data }));
    const headers = { 'content-type': 'application/json', 'content-length': String(body.length) };
    return Object.assign(Readable.from([body]), { statusCode: 200, headers });
  }
  async function fetch(url: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const endpoint = String(url).split('/').at(-1) ?? '';
    const form = new URLSearchParams(String(init?.body));
    const written = { server: 'main', endpoint, method: 'POST', query: '', body: Buffer.from(`${form}`) };
    const question = readQuestion({ ...written, headers: {} });
    const asker: Asker = {
      server: 'main',
      whole: prometheusApi.whole,
      key: question.key,
      keepUntil: (now) => keepUntil(question, now),
      wantsFresh: init?.cache === 'reload',
      gone: new AbortController().signal,
      send: () => answer(endpoint, form),
    };
    const { status, headers, body } = await (asksTime(question) ? askTime(sharing, asker) : sharing.ask(asker));
    return new Response(Buffer.isBuffer(body) ? new Uint8Array(body) : await text(body), { status, headers });
  }
  return { upstream, fetch };
}

interface DisplayOptions {
  readonly fetch: typeof globalThis.fetch;
  readonly range: TimeRange;
  readonly refresh: number;
  /** Ms by which it is wrong about the server's time. */
  readonly error: number;
}

/** What a page asks that shows the board: its clock, planner and range cache. Equal plans are asked once. */
function openDisplay({ fetch, range, refresh, error }: DisplayOptions) {
  const client = createPrometheusClient({ baseUrl: 'http://gateway.test', fetch });
  const ranges = createRangeCache(client, { skew: () => error });
  const asked = new Map<string, string>();
  const clock = createServerClock(client);
  return {
    /** Ticks, which begins with the server's time, and says when it is due to tick next, epoch ms. */
    async tick(): Promise<number> {
      if (clock.skew() === null) await clock.sync();
      const now = Date.now() + error;
      const span = resolveRange(range, askedAbout(now, refresh), 'America/Sao_Paulo');
      if ('problem' in span) throw new Error(span.problem);
      const plans = board.map((query) =>
        planQuery({ ...query, dataSource: 'main', span, scrapeInterval: 15 * SECOND, variables: new Map() }),
      );
      await Promise.all(
        plans.map(async (plan, i) => {
          const { expr = '' } = board[i] ?? {};
          const said = JSON.stringify(plan);
          if (asked.get(expr) === said) return;
          asked.set(expr, said);
          await ranges.fetch(plan);
        }),
      );
      return dueAfter(now, refresh) - error;
    },
  };
}

/** A number from 0 to 1 that looks random and is the same in each run. */
const shuffled = (i: number) => (i * 0.618_033_988_749_895) % 1;

interface Case {
  readonly range: TimeRange;
  readonly refresh: number;
}

/** Requests upstream of so many displays that are loaded within one refresh, and stay for 20. */
async function upstreamOf(displays: number, { range, refresh }: Case): Promise<number> {
  vi.setSystemTime(START);
  const { upstream, fetch } = startGateway();
  const open = Array.from({ length: displays }, (_, i) => {
    const error = Math.round((shuffled(i) - 0.5) * 200);
    const at = START + 500 + Math.round(shuffled(7 * i) * (refresh - 1000));
    return { at, late: Math.round(shuffled(3 * i) * 300), display: openDisplay({ fetch, range, refresh, error }) };
  });
  const end = START + REFRESHES * refresh + refresh / 2;
  for (;;) {
    const now = Math.min(...open.map(({ at }) => at));
    if (now > end) return upstream.length;
    vi.setSystemTime(now);
    await Promise.all(
      open
        .filter(({ at }) => at === now)
        .map(async (one) => {
          // A browser's timers are never early, and some are late.
          one.at = Math.ceil(await one.display.tick()) + one.late;
        }),
    );
  }
}

const hour = { from: 'now-1h', to: 'now' };

it.each([
  { range: hour, refresh: 5 * SECOND },
  { range: hour, refresh: 30 * SECOND },
  { range: { from: 'now/d', to: 'now' }, refresh: 30 * SECOND },
])('asks upstream for 100 displays what it asks for one: from $range.from, each $refresh ms', async (given) => {
  const alone = await upstreamOf(1, given);
  expect(alone).toBeGreaterThan(REFRESHES);
  expect([await upstreamOf(10, given), await upstreamOf(100, given)]).toEqual([alone, alone]);
});

// What an end in the past was answered is kept for its step alone; what is asked at another half minute is another question,
// and has one tail of its own; and so is the server's time. All of the load only.
it.each([
  { range: { from: 'now-1h', to: 'now-1m' }, refresh: 30 * SECOND, more: 2 },
  { range: hour, refresh: MINUTE, more: 7 },
])('asks no more than $more for the load of 99 others: to $range.to, each $refresh ms', async ({ more, ...given }) => {
  expect(await upstreamOf(100, given)).toBeLessThanOrEqual((await upstreamOf(1, given)) + more);
});
