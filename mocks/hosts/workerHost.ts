import { type Answer, type Call, failedAnswer } from './protocol.ts';

/** A worker in which the embedded Prometheus runs, the browser's or Node's. */
export interface WorkerThread {
  post(call: Call): void;
  terminate(): void;
}

/** Starts a worker. It calls `answer` for each call, or `crash` once when it can answer no more. */
export type StartWorker = (events: { answer(answer: Answer): void; crash(): void }) => WorkerThread;

export interface WorkerHost {
  /**
   * Asks the worker, which is started for the first call. Calls are answered one by one, in their order. A worker that
   * crashes, or takes longer than the limit, is replaced, and the call gets 503 in Prometheus's envelope.
   * Rejects only when `signal` aborts: a call that still waits is never asked then.
   */
  ask(question: Omit<Call, 'id'>, signal?: AbortSignal): Promise<Answer>;
  /** Ends the worker. Calls that wait are not answered any more. */
  close(): void;
}

interface Waiting {
  readonly call: Call;
  resolve(answer: Answer): void;
}

/** Milliseconds that one call may take. Prometheus allows two minutes, but here everybody else waits behind it. */
const TIME_LIMIT = 30_000;

/** Keeps one worker busy with one call at a time, so that what waits can still be dropped. */
export function createWorkerHost(start: StartWorker, timeLimit = TIME_LIMIT): WorkerHost {
  const queue: Waiting[] = [];
  let calls = 0;
  let thread: WorkerThread | null = null;
  let asked: Waiting | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const startThread = (): WorkerThread => {
    const started = start({
      answer: (answer) => thread === started && answer.id === asked?.call.id && settle(answer),
      crash: () =>
        thread === started && replace('unavailable', 'The simulated Prometheus has crashed. It is starting again.'),
    });
    return started;
  };

  function askNext(): void {
    if (asked !== null) return;
    asked = queue.shift() ?? null;
    if (asked === null) return;
    thread ??= startThread();
    timer = setTimeout(() => replace('timeout', 'query timed out in expression evaluation'), timeLimit);
    thread.post(asked.call);
  }

  function settle(answer: Answer): void {
    clearTimeout(timer);
    asked?.resolve(answer);
    asked = null;
    askNext();
  }

  function replace(errorType: 'unavailable' | 'timeout', error: string): void {
    thread?.terminate();
    thread = null;
    settle(failedAnswer(asked?.call.id ?? 0, errorType, error));
  }

  return {
    ask: (question, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        calls += 1;
        const waiting = { call: { ...question, id: calls }, resolve };
        const drop = () => {
          const at = queue.indexOf(waiting);
          if (at !== -1) queue.splice(at, 1);
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', drop, { once: true });
        queue.push(waiting);
        askNext();
      }),
    close: () => {
      clearTimeout(timer);
      queue.length = 0;
      asked = null;
      thread?.terminate();
      thread = null;
    },
  };
}
