import { type Summary, summarise } from '../model/statistics.ts';
import type { ChartModel } from './chart.ts';

/** By chart, not by series: what is kept weakly costs at each garbage collection. */
const known = new WeakMap<ChartModel, Summary[]>();

/** What the samples of a chart's series come to, found out once: its legend and its summary in words tell the same. */
export function summaryOf(model: ChartModel, index: number): Summary {
  const found = known.get(model) ?? [];
  known.set(model, found);
  found[index] ??= summarise(model.series[index]?.samples ?? noSamples);
  return found[index];
}

const noSamples = { values: new Float64Array(0), present: null };
