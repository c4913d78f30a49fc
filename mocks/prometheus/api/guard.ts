import type { ReadHint, SeriesSource } from '../../promql/values.ts';
import { ApiError } from './errors.ts';

/** Ms that a query may take. Less than a real server's two minutes: all others wait meanwhile. */
export const queryTimeout = 30_000;
/** Samples that a query may read: what can be computed in about that time. */
export const maxSamples = 10_000_000;

/** Most samples, `interval` ms apart, of one series that a selection can need. */
function samplesNeeded(interval: number, from: number, to: number, hint: ReadHint | undefined): number {
  const all = Math.max(0, to - from) / interval;
  return hint ? Math.min(all, hint.count * (hint.newestOnly ? 1 : hint.range / interval + 1)) : all;
}

/** The source of one query, and what has been read from it so far. */
export interface GuardedSource extends SeriesSource {
  samplesRead(): number;
  /** Ms since it was made. */
  elapsed(): number;
}

/**
 * The source of one query. Reading from it throws ApiError when `timeout` ms have gone by, and when too many samples are
 * asked for, as far as can be told before they are read; they are `interval` ms apart.
 */
export function guarded(source: SeriesSource, timeout: number, interval: number): GuardedSource {
  const start = performance.now();
  const elapsed = () => performance.now() - start;
  let read = 0;
  const check = (samples: number) => {
    if (samples > maxSamples) {
      throw new ApiError('execution', 'query processing would load too many samples into memory in query execution');
    }
    if (elapsed() >= timeout) throw new ApiError('timeout', 'query timed out in expression evaluation');
  };
  return {
    samplesRead: () => read,
    elapsed,
    *select(matchers, from, to, hint) {
      check(read + samplesNeeded(interval, from, to, hint));
      for (const series of source.select(matchers, from, to, hint)) {
        read += series.times.length;
        check(read);
        yield series;
      }
    },
  };
}
