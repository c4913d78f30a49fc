import { PrometheusError } from './errors.ts';

/** Lets so many tasks run at a time; the others wait, those of lower `priority` numbers first, then in the order they came. */
export interface RequestQueue {
  /**
   * Runs `task` when its turn comes. While it waits, an abort of `signal` takes it out and rejects with a PrometheusError
   * `aborted`; once it runs, the signal is its own affair.
   */
  run<T>(priority: number, signal: AbortSignal | undefined, task: () => Promise<T>): Promise<T>;
}

interface Waiting {
  readonly priority: number;
  readonly start: () => void;
}

export function createRequestQueue(limit: number): RequestQueue {
  const waiting: Waiting[] = [];
  let running = 0;

  /** Resolves when there is room; the place is taken then. */
  function turn(priority: number, signal: AbortSignal | undefined): Promise<void> {
    if (running < limit) {
      running++;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const start = () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const entry: Waiting = { priority, start };
      const leave = () => {
        waiting.splice(waiting.indexOf(entry), 1);
        reject(new PrometheusError('aborted'));
      };
      signal?.addEventListener('abort', leave, { once: true });
      const behind = waiting.findIndex((other) => other.priority > priority);
      waiting.splice(behind === -1 ? waiting.length : behind, 0, entry);
    });
  }

  /** Hands the place on to the next in line, or gives it back. */
  function done(): void {
    const next = waiting.shift();
    if (next) next.start();
    else running--;
  }

  return {
    async run(priority, signal, task) {
      if (signal?.aborted) throw new PrometheusError('aborted');
      await turn(priority, signal);
      try {
        return await task();
      } finally {
        done();
      }
    },
  };
}
