import type { Labels } from '../../../src/model/labels.ts';
import type { Matcher } from '../../promql/matchers.ts';

/** A rule as its file has it. */
export interface RuleDefinition {
  readonly type: 'alerting' | 'recording';
  /** Of the alert, or of the series that is recorded. */
  readonly name: string;
  /** PromQL. */
  readonly query: string;
  /** What each selector of the query asks for. */
  readonly selectors: readonly (readonly Matcher[])[];
  /** The group's, overridden by the rule's own. In an alert they are templates. */
  readonly labels: Labels;
  readonly annotations: Labels;
  /** `for`, in ms. */
  readonly hold: number;
  /** Ms. */
  readonly keepFiringFor: number;
  /** Why the rule can never be evaluated; null: it can. */
  readonly problem: string | null;
}

export interface GroupDefinition {
  readonly file: string;
  readonly name: string;
  /** Ms. */
  readonly interval: number;
  /** How much older than an evaluation the samples are that it reads and writes, in ms. */
  readonly queryOffset: number;
  readonly rules: readonly RuleDefinition[];
}
