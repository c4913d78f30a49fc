import type { Labels } from '../../../src/model/labels.ts';
import { evaluateRange } from '../../promql/evaluate.ts';
import { matchesAll } from '../../promql/matchers.ts';
import { type Point, parseSeries } from '../../promql/promqltest/series.ts';
import type { StoredSeries } from '../../promql/values.ts';
import type { Rules, SampleStore } from '../types.ts';
import { createRules, type RulesOptions } from './rules.ts';

export const minute = 60_000;

/** A store of series whose points are `interval` ms apart, the first at time 0. */
export function pointsStore(
  series: readonly { readonly labels: Labels; readonly points: readonly Point[] }[],
  interval: number,
): SampleStore {
  const stored = series.map(({ labels, points }): StoredSeries => {
    const samples = points.flatMap((point, i) => (point === null ? [] : [{ time: i * interval, point }]));
    return {
      labels,
      times: Float64Array.from(samples, ({ time }) => time),
      values: Float64Array.from(samples, ({ point }) => (typeof point === 'number' ? point : Number.NaN)),
      stale: Uint8Array.from(samples, ({ point }) => Number(point === 'stale')),
    };
  });
  const cut = ({ labels, times, values, stale }: StoredSeries, from: number, to: number): StoredSeries => {
    const inside = (_: number, i: number): boolean => (times[i] ?? 0) >= from && (times[i] ?? 0) <= to;
    return { labels, times: times.filter(inside), values: values.filter(inside), stale: stale?.filter(inside) ?? null };
  };
  const select: SampleStore['select'] = (matchers, from, to) =>
    stored
      .filter(({ labels }) => matchesAll(matchers, labels))
      .map((one) => cut(one, from, to))
      .filter(({ times }) => times.length > 0);
  return {
    select,
    labelSets: (lists, from, to) => {
      const found = (lists.length === 0 ? [[]] : lists).flatMap((matchers) => [...select(matchers, from, to)]);
      return [...new Set(found.map(({ labels }) => labels))];
    },
  };
}

/** Rules of one group, evaluated every minute from 0 on, over series that are sampled every minute. */
export function rulesOf(rules: string, series: readonly string[], options: RulesOptions = { start: 0 }): Rules {
  const content = `groups: [{ name: g, interval: 1m, rules: [${rules}] }]`;
  return createRules([{ path: 'rules.yml', content }], pointsStore(series.map(parseSeries), minute), options);
}

/** What a query gives each minute from 0 on, each series as `sorted label values: value@minute ...`. */
export function samples(rules: Rules, query: string, minutes: number): string[] {
  const result = evaluateRange(query, { start: 0, end: minutes * minute, step: minute }, rules.store);
  if (result.type !== 'matrix') throw new Error(`${query} gives no matrix`);
  return result.series.map(({ labels, times, values }) => {
    const points = Array.from(times, (time, i) => `${values[i]}@${time / minute}`);
    return `${Object.values(labels).sort().join(' ')}: ${points.join(' ')}`;
  });
}
