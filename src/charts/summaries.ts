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

/**
 * When a series said its last figure, epoch ms, where that was before the end of its grid: what it said last is not what
 * it says now, be it that it has ended or that its newer samples are no numbers. null otherwise.
 */
export function endOf(model: ChartModel, index: number): number | null {
  const times = model.series[index]?.times;
  const end = times?.[summaryOf(model, index).lastIndex ?? -1];
  return end === undefined || end === times?.at(-1) ? null : end;
}

const noSamples = { values: new Float64Array(0), present: null };
