import { expect, test, vi } from 'vitest';
import type { Answer, Call } from './protocol.ts';
import { createWorkerHost, type StartWorker } from './workerHost.ts';

/** Workers that answer and crash when told to. */
function fakeWorkers() {
  const started: { readonly calls: Call[]; isEnded: boolean; answer(): void; crash(): void }[] = [];
  const start: StartWorker = ({ answer, crash }) => {
    const worker = {
      calls: [] as Call[],
      isEnded: false,
      answer: () => answer(answerTo(worker.calls.at(-1)?.id ?? 0)),
      crash,
    };
    started.push(worker);
    return {
      post: (call) => worker.calls.push(call),
      terminate: () => {
        worker.isEnded = true;
      },
    };
  };
  const worker = (at: number) => {
    const found = started[at];
    if (found === undefined) throw new Error(`worker ${at} was not started`);
    return found;
  };
  return { start, started, worker };
}

const answerTo = (id: number): Answer => ({ id, status: 200, headers: {}, body: new ArrayBuffer(id) });
const question = (name: string) => ({ method: 'GET', url: `http://x/api/v1/${name}`, body: null });
const textOf = ({ body }: Answer) => JSON.parse(new TextDecoder().decode(body));

test('a worker is started for the first call, and gets one at a time', async () => {
  const { start, started, worker } = fakeWorkers();
  const host = createWorkerHost(start);
  expect(started).toHaveLength(0);
  const [first, second] = [host.ask(question('a')), host.ask(question('b'))];
  expect(worker(0).calls).toEqual([{ id: 1, ...question('a') }]);
  worker(0).answer();
  expect((await first).id).toBe(1);
  expect(worker(0).calls.map(({ id }) => id)).toEqual([1, 2]);
  worker(0).answer();
  expect((await second).id).toBe(2);
  expect(started).toHaveLength(1);
});

test('an aborted call that waits is never asked; the answer of one that was asked is dropped', async () => {
  const { start, worker } = fakeWorkers();
  const host = createWorkerHost(start);
  const [asked, waiting, gone] = [new AbortController(), new AbortController(), new AbortController()];
  gone.abort();
  const first = host.ask(question('asked'), asked.signal);
  const second = host.ask(question('waiting'), waiting.signal);
  const third = host.ask(question('third'));
  await expect(host.ask(question('gone'), gone.signal)).rejects.toThrow('aborted');
  asked.abort();
  waiting.abort();
  await expect(first).rejects.toThrow('aborted');
  await expect(second).rejects.toThrow('aborted');
  worker(0).answer();
  worker(0).answer();
  expect((await third).status).toBe(200);
  expect(worker(0).calls.map(({ url }) => url)).toEqual([question('asked').url, question('third').url]);
});

test('a crash answers 503 in the envelope of Prometheus, and the next call has a new worker', async () => {
  const { start, started, worker } = fakeWorkers();
  const host = createWorkerHost(start);
  const [first, second] = [host.ask(question('a')), host.ask(question('b'))];
  worker(0).crash();
  const failed = await first;
  expect(failed).toMatchObject({ status: 503, headers: { 'content-type': 'application/json' } });
  expect(textOf(failed)).toMatchObject({ status: 'error', errorType: 'unavailable' });
  expect(started).toHaveLength(2);
  // What the old one still has to say is of no interest.
  worker(0).crash();
  worker(0).answer();
  worker(1).answer();
  expect(await second).toMatchObject({ id: 2, status: 200 });
});

test('a crash while nothing is asked is healed by the next call', async () => {
  const { start, worker } = fakeWorkers();
  const host = createWorkerHost(start);
  const first = host.ask(question('a'));
  worker(0).answer();
  await first;
  worker(0).crash();
  const second = host.ask(question('b'));
  worker(1).answer();
  expect((await second).status).toBe(200);
});

test('a call without end is cut off, with its worker', async () => {
  vi.useFakeTimers();
  try {
    const { start, worker } = fakeWorkers();
    const host = createWorkerHost(start, 1000);
    const [first, second] = [host.ask(question('a')), host.ask(question('b'))];
    vi.advanceTimersByTime(1000);
    const failed = await first;
    expect(failed.status).toBe(503);
    expect(textOf(failed)).toMatchObject({ errorType: 'timeout', error: expect.stringContaining('timed out') });
    expect(worker(0).isEnded).toBe(true);
    worker(1).answer();
    expect((await second).status).toBe(200);
  } finally {
    vi.useRealTimers();
  }
});

test('closing ends the worker, and calls that wait are not asked', () => {
  const { start, started, worker } = fakeWorkers();
  const host = createWorkerHost(start);
  void host.ask(question('a'));
  void host.ask(question('b'));
  host.close();
  worker(0).crash();
  expect(worker(0).isEnded).toBe(true);
  expect(started).toHaveLength(1);
});
