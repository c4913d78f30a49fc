import { floorMod } from '../model/timeZone.ts';
import { createEntries, type Entry } from './cache/entries.ts';
import { isExtendable } from './cache/extendable.ts';
import { joinFrames } from './cache/joinFrames.ts';
import type { PrometheusClient } from './client.ts';
import type { QueryPlan } from './plan.ts';
import type { QueryResult } from './types.ts';

/**
 * Answers plans of one data source. What it promises: the answer equals the one the server gives to the whole plan, as long
 * as samples come no later than the overlap after their time. What is older is asked again when the newest of it has
 * changed, and every so many steps in any case.
 */
export interface RangeCache {
  /**
   * `fresh` passes by what the gateway has kept, and where this very plan was answered before, by what is kept here too.
   * Rejects with a PrometheusError.
   */
  fetch(plan: QueryPlan & { readonly fresh?: boolean }, signal?: AbortSignal): Promise<QueryResult>;
}

export interface RangeCacheOptions {
  /** Our clock, epoch ms. */
  readonly now?: () => number;
  /** Ms by which the server's clock is ahead of ours; null while nobody knows, and then nothing kept is used. */
  readonly skew?: () => number | null;
  /** Ms after its time within which every sample can be read. */
  readonly ingestionDelay?: number;
  /** Samples that are kept in all; 2,000,000, which are 16 MB. */
  readonly maxSamples?: number;
}

type RangePlan = Extract<QueryPlan, { readonly kind: 'range' }>;

const MAX_SAMPLES = 2_000_000;
/** A joined answer of more series is asked whole, so that the client's guard can judge it. */
const MAX_SERIES = 1000;
/** Steps after which the whole is asked again, counted since the epoch: all displays do it at once. */
const TURN = 60;
/** The least overlap, ms. */
const MIN_OVERLAP = 120_000;
/** Ms by which what displays know of the server's time, and of an answer's age, may differ. They ask the same all the same. */
const CLOCK_ERROR = 2_000;

export function createRangeCache(
  client: Pick<PrometheusClient, 'query' | 'queryRange'>,
  options: RangeCacheOptions = {},
): RangeCache {
  const { now = Date.now, skew = () => 0, ingestionDelay = 0, maxSamples = MAX_SAMPLES } = options;
  const entries = createEntries(maxSamples);

  /** A step is never shorter than the scrape interval, so that two steps are at least two scrapes. */
  const overlapOf = (step: number) => Math.max(MIN_OVERLAP, 2 * step, ingestionDelay);

  /**
   * The newest time of an entry, epoch ms, whose value is final: when the entry was asked, the overlap had gone by, and
   * so every sample that the value rests on had come. Where that is not yet so of the newest, it is counted from that and
   * not from when it was asked, which differs from display to display.
   */
  function settledUntil({ frame: { times, step }, askedAt }: Entry, ahead: number): number {
    const [first = 0] = times;
    const last = times.at(-1) ?? first;
    const asked = askedAt + ahead;
    const overlap = overlapOf(step);
    const final = asked - overlap >= last ? last : Math.min(last, asked + CLOCK_ERROR) - overlap;
    return final - floorMod(final - first, step);
  }

  /** The turn of a plan that is asked now. */
  const turnOf = ({ end, step }: RangePlan) =>
    Math.floor(Math.min(end, now() + (skew() ?? 0) + CLOCK_ERROR) / (TURN * step));

  /** The entry that has most of a plan, and until when. */
  function bestFor(plan: RangePlan) {
    const ahead = skew();
    if (ahead === null) return null;
    const { start } = plan;
    return entries
      .of(keyOf(plan), now())
      .filter(({ turn, frame }) => turn >= turnOf(plan) && (frame.times[0] ?? 0) <= start)
      .map((entry) => ({ entry, settled: settledUntil(entry, ahead) }))
      .filter(({ settled }) => settled > start)
      .reduce<{ entry: Entry; settled: number } | null>(
        (best, one) => (best !== null && best.settled > one.settled ? best : one),
        null,
      );
  }

  function keep(plan: RangePlan, askedAt: number, { frame, infos, age = 0 }: QueryResult, joined: Entry | null): void {
    const lifetime = overlapOf(plan.step) + plan.step;
    const turn = joined?.turn ?? turnOf(plan);
    entries.put({ key: keyOf(plan), frame, infos, askedAt: askedAt - age, lifetime, turn }, joined);
  }

  /** Whether what is kept goes up to the end of a plan. */
  const isAnswered = (plan: RangePlan) =>
    entries.of(keyOf(plan), now()).some(({ frame }) => (frame.times.at(-1) ?? 0) >= plan.end);

  /**
   * Asks for what is not settled; null where it cannot be joined. What a kept remark is about is not known, and may not be
   * in the plan any more: such an answer is of use where the server says the same again of the rest.
   */
  async function extend(plan: RangePlan, signal: AbortSignal | undefined): Promise<QueryResult | null> {
    const best = bestFor(plan);
    if (best === null) return null;
    const { entry, settled } = best;
    if (settled >= plan.end) {
      if (entry.infos.length > 0 && !isAllOf(entry, plan)) return null;
      const frame = joinFrames(entry.frame, null, plan);
      entries.touch(entry);
      return frame && { frame, infos: entry.infos, warnings: [], isPartial: false, capped: null, stats: null };
    }
    const askedAt = now();
    const tail = await client.queryRange({ ...plan, start: settled }, signal);
    if (!isComplete(tail) || !entry.infos.every((info) => tail.infos.includes(info))) return null;
    const frame = joinFrames(entry.frame, tail.frame, plan);
    if (frame === null || frame.series.length > MAX_SERIES) {
      entries.drop(entry.key);
      return null;
    }
    const result = { ...tail, frame };
    keep(plan, askedAt, result, entry);
    return result;
  }

  return {
    async fetch(plan, signal) {
      if (plan.kind === 'instant') return client.query(plan, signal);
      if (!isExtendable(plan.expr)) return client.queryRange(plan, signal);
      const extended = plan.fresh && isAnswered(plan) ? null : await extend(plan, signal);
      if (extended) return extended;
      const askedAt = now();
      const whole = await client.queryRange(plan, signal);
      if (isComplete(whole)) keep(plan, askedAt, whole, null);
      return whole;
    },
  };
}

/** Answers of one key are about the same expression on the same grid. A cache is of one data source. */
function keyOf({ expr, start, step }: RangePlan): string {
  return JSON.stringify([expr, step, floorMod(start, step)]);
}

/** Whether an entry has what a plan asks and no more. */
function isAllOf({ frame: { times } }: Entry, { start, end }: RangePlan): boolean {
  return times[0] === start && times.at(-1) === end;
}

/** Whether an answer is all that there was to say, in floats: native histograms are not kept. */
function isComplete({ warnings, isPartial, capped, frame }: QueryResult): boolean {
  return (
    warnings.length === 0 &&
    !isPartial &&
    capped === null &&
    frame.series.every(({ histograms }) => histograms === null)
  );
}
