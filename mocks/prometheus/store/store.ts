import type { FleetTarget } from '../../fleet/types.ts';
import type { SampleStore } from '../types.ts';
import { scrapeColumns, toStored } from './columns.ts';
import { createSchedule, type ScheduleOptions } from './scrapes.ts';
import { seriesByTarget } from './series.ts';
import { createIndex } from './series-index.ts';

export interface StoreOptions extends ScheduleOptions {
  /** Whether a series that vanishes leaves a staleness marker, as it does unless its past was written from outside. */
  readonly markers?: boolean;
}

/** What Prometheus would hold after scraping the targets since ever, with no storage: samples are computed as they are read. */
export function createStore(targets: readonly FleetTarget[], options: StoreOptions = {}): SampleStore {
  const { markers = true } = options;
  const schedule = createSchedule(options);
  const grouped = seriesByTarget(targets, schedule.interval);
  const all = targets.flatMap((target, i) => (grouped[i] ?? []).map((series) => ({ target, series })));
  const index = createIndex(all.map(({ series }) => series.labels));

  const scrapesBetween = (target: FleetTarget, from: number, to: number) => {
    const phase = schedule.phaseOf(target);
    const first = Math.ceil((from - phase) / schedule.interval);
    const count = Math.max(0, Math.floor((to - phase) / schedule.interval) - first + 1);
    return Float64Array.from({ length: count }, (_, i) => phase + (first + i) * schedule.interval);
  };

  return {
    *select(matchers, from, to) {
      for (const i of index.find(matchers)) {
        const found = all[i];
        if (!found) continue;
        const times = scrapesBetween(found.target, from, to);
        const [column] = scrapeColumns(found.target, [found.series], times);
        const stored = column ? toStored(found.series.labels, times, column, markers) : null;
        if (stored) yield stored;
      }
    },
    labelSets(matcherLists, from, to) {
      const lists = matcherLists.length === 0 ? [[]] : matcherLists;
      const found = new Set(lists.flatMap((matchers) => index.find(matchers)));
      return all.flatMap(({ target, series }, i) => {
        if (!found.has(i)) return [];
        const times = scrapesBetween(target, from, to);
        const exists = times.findLastIndex(
          (time) => series.whileDown || (target.isUpAt(time) && series.isPresentAt(time)),
        );
        return exists >= 0 ? [series.labels] : [];
      });
    },
  };
}
