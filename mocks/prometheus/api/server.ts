import type { FleetTarget } from '../../fleet/types.ts';
import type { Schedule } from '../store/scrapes.ts';
import type { RuleFile, Rules, SampleStore } from '../types.ts';
import type { Reply } from './reply.ts';

/** What the endpoints answer from. */
export interface Server {
  readonly targets: readonly FleetTarget[];
  readonly ruleFiles: readonly RuleFile[];
  readonly rules: Rules;
  /** Samples up to now: the fleet knows its future, a server does not. */
  readonly store: SampleStore;
  /** When targets are scraped. */
  readonly schedule: Schedule;
  /** Epoch ms. */
  readonly startedAt: number;
  /** Epoch ms. */
  now(): number;
}

/** Answers a request. Throws ApiError or PromqlError. */
export type Endpoint = (parameters: URLSearchParams, server: Server) => Reply;

/** The store as it is at `now`. */
export function upToNow(store: SampleStore, now: () => number): SampleStore {
  return {
    select: (matchers, from, to, hint) => store.select(matchers, from, Math.min(to, now()), hint),
    labelSets: (matcherLists, from, to) => store.labelSets(matcherLists, from, Math.min(to, now())),
  };
}
