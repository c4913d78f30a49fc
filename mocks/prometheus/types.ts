import type { Labels } from '../../src/model/labels.ts';
import type { Matcher } from '../promql/matchers.ts';
import type { SeriesSource } from '../promql/values.ts';

/** Where the API reads: samples for queries, and the label sets behind series, labels and label values. */
export interface SampleStore extends SeriesSource {
  /**
   * The label sets (with `__name__`) that have a sample from `from` to `to` (epoch ms, inclusive) and meet all matchers of
   * at least one of the lists; all of them where there is no list. Each once.
   */
  labelSets(matcherLists: readonly (readonly Matcher[])[], from: number, to: number): Labels[];
}

/** A file of rules in Prometheus's own format. */
export interface RuleFile {
  /** As `file` of `/api/v1/rules` shows it. */
  readonly path: string;
  /** YAML. */
  readonly content: string;
}

export type AlertState = 'inactive' | 'pending' | 'firing';

/** An alert that is pending or firing at a time. */
export interface ActiveAlert {
  /** With `alertname` and the rule's labels, their templates expanded. */
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly state: Exclude<AlertState, 'inactive'>;
  /** Epoch ms at which the expression began to hold. */
  readonly activeAt: number;
  readonly value: number;
}

interface RuleStatus {
  readonly name: string;
  readonly query: string;
  readonly labels: Labels;
  readonly health: 'ok' | 'err' | 'unknown';
  /** Why the last evaluation failed. */
  readonly lastError?: string;
  /** Epoch ms. */
  readonly lastEvaluation: number;
  /** Seconds, as Prometheus reports it. */
  readonly evaluationTime: number;
}

export interface AlertingRuleStatus extends RuleStatus {
  readonly type: 'alerting';
  readonly state: AlertState;
  /** Seconds. */
  readonly duration: number;
  /** Seconds. */
  readonly keepFiringFor: number;
  readonly annotations: Labels;
  readonly alerts: readonly ActiveAlert[];
}

export interface RecordingRuleStatus extends RuleStatus {
  readonly type: 'recording';
}

export interface RuleGroupStatus {
  readonly name: string;
  readonly file: string;
  /** Seconds. */
  readonly interval: number;
  readonly rules: readonly (AlertingRuleStatus | RecordingRuleStatus)[];
  /** Epoch ms. */
  readonly lastEvaluation: number;
  /** Seconds. */
  readonly evaluationTime: number;
}

/** Rules as they stand at any time, a pure function of it, like the samples they rest on. */
export interface Rules {
  /** The store with the recorded series, `ALERTS` and `ALERTS_FOR_STATE` added. */
  readonly store: SampleStore;
  /** All groups, in the order of the files, as of the newest evaluation at or before `time` (epoch ms). */
  groupsAt(time: number): RuleGroupStatus[];
}
