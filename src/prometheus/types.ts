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

/** What a limit left of an answer. */
export interface Capped {
  /** Series that are here. */
  readonly shown: number;
  /** Series that there were; null when the answer was not read to its end. */
  readonly total: number | null;
  /** Where there is no total: series that were counted until reading stopped. */
  readonly atLeast?: number;
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
  /** Set when a limit cut the answer. */
  readonly capped: Capped | null;
  readonly stats: QueryStats | null;
  /** Where it was asked for another before: ms, at most, from then until it was asked here. */
  readonly age?: number;
}

/**
 * `time` is epoch ms; without it the server's now. `stats` asks what work the query was; `fresh` takes no answer that a
 * cache has kept.
 */
export interface InstantQuery {
  readonly expr: string;
  readonly time?: number;
  readonly stats?: boolean;
  readonly fresh?: boolean;
}

/** `start` and `end` epoch ms, both included; `step` ms. `stats` and `fresh` as in an instant query. */
export interface RangeQuery {
  readonly expr: string;
  readonly start: number;
  readonly end: number;
  readonly step: number;
  readonly stats?: boolean;
  readonly fresh?: boolean;
}

/** `start` and `end` epoch ms, both included. */
export interface ExemplarQuery {
  readonly expr: string;
  readonly start: number;
  readonly end: number;
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

/** Limits the metadata to one metric, or to so many metrics. */
export interface MetadataSelection {
  readonly metric?: string;
  readonly limit?: number;
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

export type TargetState = 'active' | 'dropped' | 'any';

export interface TargetList {
  readonly active: readonly Target[];
  readonly dropped: readonly { readonly discoveredLabels: Labels; readonly scrapePool: string }[];
}

/** Addresses of the Alertmanagers that Prometheus sends alerts to, and of those it was told of but left out. */
export interface AlertmanagerList {
  readonly active: readonly string[];
  readonly dropped: readonly string[];
}

/** '' where the server does not say. */
export interface BuildInfo {
  readonly version: string;
  readonly revision: string;
  readonly branch: string;
  readonly buildUser: string;
  readonly buildDate: string;
  readonly goVersion: string;
}

/** Times are epoch ms; null (or '') where the server does not say, which differs by version. */
export interface RuntimeInfo {
  readonly startTime: number | null;
  readonly workingDirectory: string;
  readonly hostname: string;
  readonly reloadConfigSuccess: boolean | null;
  readonly lastConfigTime: number | null;
  readonly corruptionCount: number | null;
  readonly goroutineCount: number | null;
  readonly storageRetention: string;
}

/** A name and how much it has of something. */
export interface Ranked {
  readonly name: string;
  readonly value: number;
}

/** What the newest part of the database (the head) holds, and what it holds most of, largest first. */
export interface TsdbStatus {
  /** `minTime` and `maxTime` are epoch ms; null where the server has no head to speak of. */
  readonly head: {
    readonly seriesCount: number;
    readonly chunkCount: number;
    readonly minTime: number;
    readonly maxTime: number;
  } | null;
  /** Series that had samples today (UTC), where the server counts these in place of a head (VictoriaMetrics); else null. */
  readonly seriesToday: number | null;
  readonly seriesCountByMetricName: readonly Ranked[];
  readonly labelValueCountByLabelName: readonly Ranked[];
  /** Bytes. */
  readonly memoryInBytesByLabelName: readonly Ranked[];
  readonly seriesCountByLabelValuePair: readonly Ranked[];
}

/** Write-ahead log segments being replayed while the server starts. */
export interface WalReplay {
  readonly min: number;
  readonly max: number;
  readonly current: number;
}

/** A reply's decoded data with what the server remarked. */
export interface Reply<T> {
  readonly data: T;
  readonly warnings: readonly string[];
  readonly infos: readonly string[];
}
