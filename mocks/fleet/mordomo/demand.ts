import { during, plus, rhythm, type Signal, times } from '../signal.ts';
import type { Context } from './context.ts';

/** What people ask of Mordomo, each step of it a second: what every service of the pipeline works on. */
export interface Demand {
  readonly wakeWords: Signal;
  /** Voices that were checked, and those that were known. */
  readonly verifications: Signal;
  readonly verified: Signal;
  readonly conversations: Signal;
  readonly successes: Signal;
}

/** The house talks by day: fourteen orders a minute in the afternoon, a third of that at night. */
export function createDemand({ seed, incident }: Context): Demand {
  const wakeWords = rhythm({ seed: `${seed} wake words`, mean: 0.17, daily: 0.4, weekly: 0.1, waver: 0.2 });
  const strangers = rhythm({ seed: `${seed} strangers`, mean: 0.012, daily: 0.4, waver: 0.4 });
  const verifications = times(wakeWords, 0.97);
  const verified = plus(verifications, times(strangers, -1));
  const conversations = times(verified, 0.98);
  const usually = times(conversations, 0.962);
  const successes = during(during(usually, incident('brainErrors'), 0.75), incident('ttsDown'), 0.4);
  return { wakeWords, verifications, verified, conversations, successes };
}
