import type { Labels } from '../../src/model/labels.ts';

/** One series: what its sample reads at any time. */
export interface FleetSeries {
  /** Name of the sample, that is the family's with `_bucket`, `_sum` or `_count` where it is part of a histogram or summary. */
  readonly name: string;
  /** Without `__name__`, job and instance: as the exporter writes them. */
  readonly labels: Labels;
  /** Value at epoch ms, null where the exporter does not write the series then. The same for the same time, always. */
  valueAt(time: number): number | null;
  /** Whether `valueAt` gives a number at epoch ms, where that is known without computing it. */
  presentAt?(time: number): boolean;
}

export type FamilyType = 'counter' | 'gauge' | 'histogram' | 'summary' | 'untyped';

export interface MetricFamily {
  readonly name: string;
  /** Empty: the exporter writes none. */
  readonly help: string;
  /** `untyped`: the exporter writes no TYPE line. */
  readonly type: FamilyType;
  readonly series: readonly FleetSeries[];
}

/** Something that Prometheus scrapes. */
export interface FleetTarget {
  readonly job: string;
  readonly instance: string;
  readonly metricsPath: string;
  readonly families: readonly MetricFamily[];
  /** Where a series has the label job or instance itself, Prometheus keeps it as it is: `honor_labels`. */
  readonly honorLabels?: boolean;
  /** What the scrape configuration puts on every series of the target, beside job and instance. */
  readonly labels?: Labels;
  /** Whether a scrape at epoch ms would be answered. */
  isUpAt(time: number): boolean;
}
