import type { Labels } from '../model/labels.ts';

/** What one client pushed under one grouping key. Times are epoch ms. */
export interface PushedGroup {
  /** The grouping key; `job` is always in it. */
  readonly labels: Labels;
  readonly lastPushSuccessful: boolean;
  /** The last push that succeeded; null when none has. */
  readonly pushedAt: number | null;
  /** The last push that failed; null when none has. */
  readonly failedAt: number | null;
  /** Without the Pushgateway's own two, which are the times above. */
  readonly families: readonly PushedFamily[];
}

/** The metrics of one name. */
export interface PushedFamily {
  readonly name: string;
  /** `counter`, `gauge`, `histogram`, `summary`, `untyped`, ... */
  readonly type: string;
  readonly help: string;
  /** When they were pushed, epoch ms. */
  readonly pushedAt: number | null;
  readonly metrics: readonly PushedMetric[];
}

/** Numbers are texts, as the Pushgateway writes them: `1.5e+09`, `+Inf`, `NaN`. */
export interface PushedMetric {
  readonly labels: Labels;
  /** Null for histograms and summaries. */
  readonly value: string | null;
  readonly count: string | null;
  readonly sum: string | null;
  /** Cumulative counts by upper bound; null for what is no classic histogram. */
  readonly buckets: Readonly<Record<string, string>> | null;
  /** Values by quantile; null for what is no summary. */
  readonly quantiles: Readonly<Record<string, string>> | null;
}

export interface PushgatewayStatus {
  readonly version: string;
  /** Version, revision, branch, build date, ... by name. */
  readonly build: Readonly<Record<string, string>>;
  readonly flags: Readonly<Record<string, string>>;
  /** Epoch ms. */
  readonly startedAt: number | null;
}
