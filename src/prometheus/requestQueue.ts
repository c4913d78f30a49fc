import { PrometheusError } from './errors.ts';

/**
 * How soon a task should run: lower is sooner. Null when nobody wants it any more: it is dropped. Asked anew whenever a
 * place is free, so that what has come into view meanwhile overtakes what has left it.
 */
export type Standing = () => number | null;

/** Lets so many tasks run at a time; the others wait, those that stand lowest first, then in the order they came. */
export interface RequestQueue {
  /**
   * Runs `task` when its turn comes. Rejects with a PrometheusError `aborted` when `signal` aborts or nobody wants the task
   * before that; once it runs, the signal is its own affair.
   */
  run<T>(standing: Standing, signal: AbortSignal | undefined, task: () => Promise<T>): Promise<T>;
  /** Nothing runs, and nothing waits. */
  isIdle(): boolean;
  /** Every place is taken. */
  isFull(): boolean;
}

interface Waiting {
  readonly standing: Standing;
  readonly start: () => void;
  readonly leave: () => void;
}

export function createRequestQueue(limit: number): RequestQueue {
  const waiting = new Set<Waiting>();
  let running = 0;

  /** Gives the free places to those that stand lowest. */
  function fill(): void {
    while (running < limit) {
      const next = takeLowest(waiting);
      if (next === null) return;
      running++;
      next.start();
    }
  }

  /** Resolves when there is room; the place is taken then. */
  function turn(standing: Standing, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        waiting.delete(entry);
        reject(new PrometheusError('aborted'));
      };
      const start = () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const entry: Waiting = { standing, start, leave };
      signal?.addEventListener('abort', leave, { once: true });
      waiting.add(entry);
      fill();
    });
  }

  return {
    isIdle: () => running === 0,
    isFull: () => running === limit,
    async run(standing, signal, task) {
      if (signal?.aborted) throw new PrometheusError('aborted');
      await turn(standing, signal);
      try {
        // It may have been given up in the moment between its turn and now.
        if (signal?.aborted) throw new PrometheusError('aborted');
        return await task();
      } finally {
        running--;
        fill();
      }
    },
  };
}

/** Takes out the first of those that stand lowest, and turns away what nobody wants; null when none is left. */
function takeLowest(waiting: Set<Waiting>): Waiting | null {
  let lowest: { readonly entry: Waiting; readonly at: number } | null = null;
  for (const entry of [...waiting]) {
    const at = entry.standing();
    if (at === null) entry.leave();
    else if (lowest === null || at < lowest.at) lowest = { entry, at };
  }
  if (lowest !== null) waiting.delete(lowest.entry);
  return lowest?.entry ?? null;
}
