import type { Alert } from '../model/alert.ts';
import type { Frame } from '../model/frame.ts';
import type { Labels } from '../model/labels.ts';
import type { Target } from '../model/target.ts';

/** What the server said of the work a query was (`stats=all`); null where it did not say. */
export interface QueryStats {
  readonly samples: number | null;
  readonly peakSamples: number | null;
  /** Milliseconds spent evaluating on the server. */
  readonly evalTime: number | null;
}

/** The decoded answer of query and query_range. */
export interface QueryResult {
  readonly frame: Frame;
  /** `warnings` of the reply: the answer may be incomplete. */
  readonly warnings: readonly string[];
  /** `infos` of the reply: remarks on the query's style. */
  readonly infos: readonly string[];
  /** The server says that some of the data is missing (VictoriaMetrics `isPartial`). */
  readonly isPartial: boolean;
  /** Set when a limit cut the answer: how many series are here, and how many there were (null: unknown, or more). */
  readonly capped: { readonly shown: number; readonly total: number | null } | null;
  readonly stats: QueryStats | null;
}

/** `time` is epoch ms; without it the server's now. */
export interface InstantQuery {
  readonly expr: string;
  readonly time?: number;
}

/** `start` and `end` epoch ms, both included; `step` ms. */
export interface RangeQuery {
  readonly expr: string;
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

/** Limits a metadata call to some series and a time window (epoch ms). */
export interface SeriesSelection {
  readonly match?: readonly string[];
  readonly start?: number;
  readonly end?: number;
  readonly limit?: number;
}

export interface Exemplar {
  readonly labels: Labels;
  readonly value: number;
  /** Epoch ms. */
  readonly time: number;
}

export interface ExemplarSeries {
  readonly seriesLabels: Labels;
  readonly exemplars: readonly Exemplar[];
}

export interface MetricMetadata {
  readonly type: string;
  readonly help: string;
  readonly unit: string;
}

export interface Rule {
  readonly kind: 'alerting' | 'recording';
  readonly name: string;
  readonly expr: string;
  readonly labels: Labels;
  readonly health: string;
  readonly lastError: string;
  /** Epoch ms of the last evaluation; null when there was none. */
  readonly lastEvaluation: number | null;
  /** Milliseconds. */
  readonly evaluationTime: number;
  /** For alerting rules; null for recording rules. */
  readonly alerting: {
    readonly state: 'inactive' | 'pending' | 'firing' | 'unknown';
    /** Milliseconds the condition must hold before the alert fires. */
    readonly for: number;
    readonly keepFiringFor: number;
    readonly annotations: Labels;
    readonly alerts: readonly Alert[];
  } | null;
}

export interface RuleGroup {
  readonly name: string;
  readonly file: string;
  /** Milliseconds between evaluations. */
  readonly interval: number;
  readonly lastEvaluation: number | null;
  readonly evaluationTime: number;
  readonly rules: readonly Rule[];
}

export interface TargetList {
  readonly active: readonly Target[];
  readonly dropped: readonly { readonly discoveredLabels: Labels; readonly scrapePool: string }[];
}

/** A reply's decoded data with what the server remarked. */
export interface Reply<T> {
  readonly data: T;
  readonly warnings: readonly string[];
  readonly infos: readonly string[];
}
