import { type Labels, labelsKey } from '../../../src/model/labels.ts';
import type { FleetSeries, FleetTarget } from '../../fleet/types.ts';
import { metricName } from '../../promql/labels.ts';
import { scrapeDuration } from './scrapes.ts';

/** A series as Prometheus would store it. */
export interface ScrapedSeries {
  /** Its place among all series. */
  readonly id: number;
  /** With `__name__`, job and instance. */
  readonly labels: Labels;
  /** What a scrape at epoch ms reads; null: nothing. Of use only while the target is up, or `whileDown`. */
  valueAt(time: number): number | null;
  /** Whether `valueAt` gives a number. */
  isPresentAt(time: number): boolean;
  /** Written by Prometheus itself, about a scrape that failed too. */
  readonly whileDown: boolean;
}

type Unnumbered = Omit<ScrapedSeries, 'id'>;

/** What of a target decides on its labels. */
type TargetLabels = Pick<FleetTarget, 'job' | 'instance' | 'labels' | 'honorLabels'>;

/** The labels that every series of a target gets. */
export function targetLabels({ job, instance, labels }: TargetLabels): Labels {
  return { ...labels, instance, job };
}

/**
 * The labels of a sample after its scrape: the exporter's, its target's, and the name. Where both name the same label,
 * the exporter's becomes `exported_...`, unless the target's labels give way (`honor_labels`). An empty label is none.
 */
export function scrapedLabels({ name, labels }: Pick<FleetSeries, 'name' | 'labels'>, target: TargetLabels): Labels {
  const ofTarget = Object.entries(targetLabels(target));
  const merged = new Map(Object.entries(labels));
  for (const [label, value] of ofTarget) {
    const own = merged.get(label);
    if (own !== undefined && target.honorLabels) continue;
    merged.set(label, value);
    if (own === undefined || own === '') continue;
    let free = `exported_${label}`;
    while (merged.has(free)) free = `exported_${free}`;
    merged.set(free, own);
  }
  merged.set(metricName, name);
  return Object.fromEntries([...merged].filter(([, value]) => value !== ''));
}

/** Where a series does not know by itself whether it is there, its value tells. */
function isPresent(series: FleetSeries, time: number): boolean {
  return series.presentAt ? series.presentAt(time) : series.valueAt(time) !== null;
}

function exportedSeries(target: FleetTarget): Unnumbered[] {
  return target.families.flatMap((family) =>
    family.series.map((series) => ({
      labels: scrapedLabels(series, target),
      valueAt: (time) => series.valueAt(time),
      isPresentAt: (time) => isPresent(series, time),
      whileDown: false,
    })),
  );
}

/** What Prometheus notes about each scrape of a target, `interval` ms apart. */
function scrapeSeries(target: FleetTarget, interval: number): Unnumbered[] {
  const exported = target.families.flatMap(({ series }) => series);
  const isThere = (series: FleetSeries, time: number) => target.isUpAt(time) && isPresent(series, time);
  const scraped = (time: number) => exported.reduce((sum, series) => sum + Number(isThere(series, time)), 0);
  const added = (time: number) =>
    exported.reduce((sum, series) => sum + Number(isThere(series, time) && !isThere(series, time - interval)), 0);
  const notes: Readonly<Record<string, (time: number) => number>> = {
    up: (time) => Number(target.isUpAt(time)),
    scrape_duration_seconds: (time) => scrapeDuration(target, time),
    scrape_samples_scraped: scraped,
    scrape_samples_post_metric_relabeling: scraped,
    scrape_series_added: added,
  };
  return Object.entries(notes).map(([name, valueAt]) => ({
    labels: scrapedLabels({ name, labels: {} }, target),
    valueAt,
    isPresentAt: () => true,
    whileDown: true,
  }));
}

/** All series of each target, numbered through. Of several with the same labels only the first stays. */
export function seriesByTarget(targets: readonly FleetTarget[], interval: number): ScrapedSeries[][] {
  const seen = new Set<string>();
  return targets.map((target) =>
    [...scrapeSeries(target, interval), ...exportedSeries(target)].flatMap((series) => {
      const key = labelsKey(series.labels);
      const id = seen.size;
      return seen.add(key).size > id ? [{ ...series, id }] : [];
    }),
  );
}
