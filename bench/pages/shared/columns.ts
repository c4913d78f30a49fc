import type { AlignedData } from 'uplot';
import type { WireSeries } from './work.ts';

/** Series as columns over one time grid, as uPlot takes them. */
export function columnsOf(series: readonly WireSeries[]): AlignedData {
  const times = series[0]?.values.map(([time]) => time) ?? [];
  return [times, ...series.map(({ values }) => values.map(([, text]) => Number(text)))];
}
