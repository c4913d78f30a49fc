import type { Options } from 'uplot';
import { colorOf, type Work } from './work.ts';

/** uPlot with nothing but a color a series: its own axes, and no legend. */
export function plotOptions({ width, height }: Pick<Work, 'width' | 'height'>, series: number): Options {
  const lines = Array.from({ length: series }, (_, i) => ({ stroke: colorOf(i), points: { show: false } }));
  return { width, height, legend: { show: false }, series: [{}, ...lines] };
}
