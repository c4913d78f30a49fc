import { executionError, PromqlError } from './errors.ts';

/** What bounds a query, and how it looks back; Prometheus's own defaults where something is left out. */
export interface QueryOptions {
  /** How far back an instant selector looks for a sample, in ms; five minutes. */
  readonly lookback?: number;
  /** When to give up, in ms on the clock of `performance.now()`; two minutes from now. */
  readonly deadline?: number;
  /** Samples held in memory at once; 50 million. */
  readonly maxSamples?: number;
}

/** What a query took. */
export interface QueryStats {
  /** Samples in the windows that selectors and functions over ranges read, at all steps: `totalQueryableSamples`. */
  readonly samplesRead: number;
  /** Of these, those of each step. */
  readonly samplesPerStep: Float64Array;
  /** Samples held in memory at once, at most. */
  readonly peakSamples: number;
}

/** Work, in samples touched, between two looks at the clock: a fraction of a millisecond. */
const patience = 50_000;

/** Counts what a query holds and how long it takes. Its methods throw where the query goes beyond its limits. */
export class Meter {
  private readonly deadline: number;
  private readonly maxSamples: number;
  private held = 0;
  private peak = 0;
  private unwatched = 0;

  constructor({ deadline = performance.now() + 120_000, maxSamples = 50_000_000 }: QueryOptions) {
    this.deadline = deadline;
    this.maxSamples = maxSamples;
  }

  get heldSamples(): number {
    return this.held;
  }

  get peakSamples(): number {
    return this.peak;
  }

  /** Counts samples that are held from now on; a negative number lets go of some. */
  hold(samples: number): void {
    this.held += samples;
    this.peak = Math.max(this.peak, this.held);
    if (this.held > this.maxSamples) {
      throw executionError('query processing would load too many samples into memory in query execution');
    }
  }

  /** Counts work about to be done, in samples. */
  work(samples: number): void {
    this.unwatched += samples;
    if (this.unwatched >= patience) this.watch();
  }

  /** Throws where time is up. */
  watch(): void {
    this.unwatched = 0;
    if (performance.now() > this.deadline) {
      throw new PromqlError('timeout', 'query timed out in expression evaluation');
    }
  }
}
