import { describe, expect, it, test } from 'vitest';
import { LARGE } from './readAnswer.ts';
import { failureOf, fakeClient } from './testing.ts';
import type { DecodeThread } from './worker/protocol.ts';
import { serveJob } from './worker/serveJob.ts';

const grid = { start: 1_700_000_000_000, end: 1_700_000_060_000, step: 15_000 };
const times = [0, 1, 2, 3, 4].map((i) => (grid.start + i * grid.step) / 1000);
const seriesList = (length: number, padding = 0) =>
  Array.from({ length }, (_, i) => ({
    metric: { i: `${i}`, padding: 'é'.repeat(padding) },
    values: times.map((time) => [time, `${i}.5`]),
  }));
const text = (result: unknown) =>
  JSON.stringify({ status: 'success', data: { resultType: 'matrix', result }, warnings: ['w'] });

/** A body in pieces, with how much of it was read and whether it was cancelled. `onPiece` is called before each. */
function download(whole: string, piece = 65_536, onPiece = () => {}) {
  const bytes = new TextEncoder().encode(whole);
  const seen = { read: 0, isCancelled: false };
  const answer = () => {
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          onPiece();
          if (seen.read >= bytes.length) return controller.close();
          controller.enqueue(bytes.slice(seen.read, seen.read + piece));
          seen.read += piece;
        },
        cancel() {
          seen.isCancelled = true;
        },
      },
      { highWaterMark: 0 },
    );
    return new Response(body, { headers: { 'content-type': 'application/json' } });
  };
  return { answer, seen, size: bytes.length };
}

/** A thread's other end, in this one. */
function fakeThread(serve = serveJob) {
  const state = { jobs: 0, fail: () => {} };
  const thread: DecodeThread = {
    postMessage(job: Parameters<typeof serveJob>[0], ports: unknown) {
      state.jobs++;
      if (Array.isArray(ports)) serve(job, ports[0]);
    },
    addEventListener: (_: string, listener: unknown) => {
      if (typeof listener === 'function') state.fail = () => listener(new Event('error'));
    },
    removeEventListener: () => {},
  };
  return { state, decodeThread: async () => thread };
}

const ways: [string, () => ReturnType<typeof fakeThread>][] = [
  ['in a thread', fakeThread],
  ['here, where there is no thread', () => ({ ...fakeThread(), decodeThread: async () => null as never })],
];

describe.each(ways)('large answers, %s', (name, open) => {
  it('are decoded the same', async () => {
    const { answer, size } = download(text(seriesList(900, 1000)));
    expect(size).toBeGreaterThan(LARGE);
    const { state, decodeThread } = open();
    const { client } = fakeClient(answer, { decodeThread });
    const { frame, capped, warnings } = await client.queryRange({ expr: 'x', ...grid });
    expect(capped).toBeNull();
    expect(warnings).toEqual(['w']);
    expect(frame.series).toHaveLength(900);
    expect(Array.from(frame.times)).toEqual(times.map((time) => time * 1000));
    expect(frame.series[899]?.labels).toEqual({ i: '899', padding: 'é'.repeat(1000) });
    expect(frame.series[899]?.values).toEqual(new Float64Array(5).fill(899.5));
    expect(state.jobs).toBe(name === 'in a thread' ? 1 : 0);
  });

  it('are read no further than the limit of bytes', async () => {
    const { answer, seen } = download(text(seriesList(40)), 64);
    const { client } = fakeClient(answer, { maxBytes: 3000, decodeThread: open().decodeThread });
    const { frame, capped } = await client.queryRange({ expr: 'x', ...grid });
    expect(frame.series.length).toBeGreaterThan(10);
    expect(capped).toEqual({ shown: frame.series.length, total: null, atLeast: frame.series.length });
    expect(seen.isCancelled).toBe(true);
    expect(seen.read).toBeLessThan(3200);
  });

  it('are read on a little to be counted, then no further', async () => {
    const { answer, seen, size } = download(text(seriesList(8000, 1000)));
    const { client } = fakeClient(answer, { maxSeries: 10, decodeThread: open().decodeThread });
    const { frame, capped } = await client.queryRange({ expr: 'x', ...grid });
    expect(frame.series).toHaveLength(10);
    expect(capped).toMatchObject({ shown: 10, total: null });
    expect(capped?.atLeast).toBeGreaterThan(1000);
    expect(seen.isCancelled).toBe(true);
    expect(seen.read).toBeLessThan(size / 2);
  });

  it('that are malformed say where', async () => {
    const list: unknown[] = seriesList(900, 1000);
    list[700] = { metric: {}, values: [[times[0], 'high']] };
    const { client } = fakeClient(download(text(list)).answer, { decodeThread: open().decodeThread });
    const error = await failureOf(client.queryRange({ expr: 'x', ...grid }));
    expect(error).toMatchObject({ kind: 'malformed', path: 'data.result.700.values.0.1' });
  });

  test.each([
    ['one series beyond the limit', text(seriesList(3, 1000)), 2000, 'malformed'],
    ['truncated JSON', text(seriesList(900, 1000)).slice(0, -200), undefined, 'malformed'],
  ])('%s is an error', async (_, whole, maxBytes, kind) => {
    const options = { decodeThread: open().decodeThread, ...(maxBytes && { maxBytes }) };
    const { client } = fakeClient(download(whole).answer, options);
    expect(await failureOf(client.queryRange({ expr: 'x', ...grid }))).toMatchObject({ kind });
  });

  it('are given up when nobody wants them any more', async () => {
    const controller = new AbortController();
    const { answer } = download(text(seriesList(4000, 1000)));
    const late = () => {
      const response = answer();
      setTimeout(() => controller.abort());
      return response;
    };
    const { client } = fakeClient(late, { decodeThread: open().decodeThread });
    const failure = await failureOf(client.queryRange({ expr: 'x', ...grid }, controller.signal));
    expect(failure).toMatchObject({ kind: 'aborted' });
  });
});

it('small answers start no thread', async () => {
  const { state, decodeThread } = fakeThread();
  const { client } = fakeClient(download(text(seriesList(50))).answer, { decodeThread });
  expect((await client.queryRange({ expr: 'x', ...grid })).frame.series).toHaveLength(50);
  expect(state.jobs).toBe(0);
});

describe('a thread that breaks fails what it decodes', () => {
  const failureWith = (answer: () => Response, decodeThread: () => Promise<DecodeThread>) =>
    failureOf(fakeClient(answer, { decodeThread }).client.queryRange({ expr: 'x', ...grid }));

  it('while it decodes', async () => {
    const { state, decodeThread } = fakeThread((_job, port) => {
      port.onmessage = () => state.fail();
    });
    const { answer } = download(text(seriesList(900, 1000)));
    expect(await failureWith(answer, decodeThread)).toMatchObject({ kind: 'network' });
  });

  it('between two pieces', async () => {
    const { state, decodeThread } = fakeThread();
    const { answer, seen } = download(text(seriesList(4000, 1000)), 65_536, () => {
      if (seen.read > 2 * LARGE) state.fail();
    });
    expect(await failureWith(answer, decodeThread)).toMatchObject({ kind: 'network' });
    expect(seen.isCancelled).toBe(true);
  });
});
