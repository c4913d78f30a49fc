import type { ChartModel } from '../../charts/chart.ts';
import type { PanelResult } from '../contract.ts';
import type { TimeseriesOptions } from './options.ts';
import { type ChartContext, toChart } from './transform.ts';

interface Made {
  /** All that it was made of besides the answers. */
  readonly of: readonly unknown[];
  readonly chart: ChartModel;
}

/** Each panel has a list of answers of its own, a new one with every answer. */
const made = new WeakMap<readonly PanelResult[], Made>();

/** `toChart`, once for the picture and the words about it: of 1,000 series it takes long enough to be felt twice. */
export function chartOf(
  results: readonly PanelResult[],
  options: TimeseriesOptions,
  { title, language, scrapeInterval, surface, colorSlots }: ChartContext,
): ChartModel {
  const of = [options, title, language, scrapeInterval, surface, colorSlots];
  const known = made.get(results);
  if (known?.of.every((one, i) => one === of[i])) return known.chart;
  const chart = toChart(results, options, { title, language, scrapeInterval, surface, colorSlots });
  made.set(results, { of, chart });
  return chart;
}
