/** How long a request may take, its answer included. */
export interface TimeLimit {
  /** Aborts when time is up, or when nobody wants the answer any more. */
  readonly signal: AbortSignal;
  isOver(): boolean;
  /** To be called when the answer has come to its end: the limit no longer counts. */
  lift(): void;
}

/**
 * Starts a limit of so many ms. Its timer holds all that is to be aborted: an `AbortSignal.timeout` that only an
 * `AbortSignal.any` knows of is collected as garbage, and never aborts.
 */
export function startTimeLimit(ms: number, unwanted: AbortSignal): TimeLimit {
  const end = new AbortController();
  let isOver = false;
  const timer = setTimeout(() => {
    isOver = true;
    end.abort();
  }, ms);
  // What is still to be awaited does not keep a gateway that is being stopped.
  timer.unref();
  if (unwanted.aborted) end.abort();
  else unwanted.addEventListener('abort', () => end.abort(), { once: true });
  return { signal: end.signal, isOver: () => isOver, lift: () => clearTimeout(timer) };
}
