import type { QueryResult, ResultSeries } from '../../promql/evaluate.ts';
import type { Grid } from '../../promql/values.ts';
import { formatSample, formatTime, sortedLabels } from './format.ts';

/** The `data` of a query's reply without its closing brace: `time` is that of a scalar and of a text, epoch ms. */
export function encodeResult(result: QueryResult, time: number): string {
  switch (result.type) {
    case 'scalar':
      return opened('scalar', `[${formatTime(time)},"${formatSample(result.value)}"]`);
    case 'string':
      return opened('string', `[${formatTime(time)},${JSON.stringify(result.value)}]`);
    case 'vector':
      return opened('vector', `[${result.series.map(encodeSample).join()}]`);
    case 'matrix':
      return opened('matrix', `[${result.series.map((series) => encodeSeries(series, opening)).join()}]`);
  }
}

/** The same of a range query, whose times are few and stand in every series: each is written once. */
export function encodeMatrix(series: readonly ResultSeries[], { start, step, count }: Grid): string {
  const openings = Array.from({ length: count }, (_, i) => opening(start + i * step));
  const openingAt = (time: number) => openings[Math.round((time - start) / step)] ?? opening(time);
  return opened('matrix', `[${series.map((one) => encodeSeries(one, openingAt)).join()}]`);
}

const opened = (type: string, result: string): string => `{"resultType":"${type}","result":${result}`;

function encodeSample({ labels, times, values }: ResultSeries): string {
  const sample = `[${formatTime(times[0] ?? 0)},"${formatSample(values[0] ?? 0)}"]`;
  return `{"metric":${JSON.stringify(sortedLabels(labels))},"value":${sample}}`;
}

/** What stands between a sample's value and the next: it ends the one and begins the other. */
const opening = (time: number): string => `"],[${formatTime(time)},"`;
const closing = '"],';

/** Joined out of one flat list: of a big answer's time this leaves little but the writing of numbers. */
function encodeSeries({ labels, times, values }: ResultSeries, openingAt: (time: number) => string): string {
  const parts: string[] = [];
  for (let i = 0; i < times.length; i++) parts.push(openingAt(times[i] ?? 0), formatSample(values[i] ?? 0));
  const samples = parts.length === 0 ? '' : `${parts.join('').slice(closing.length)}"]`;
  return `{"metric":${JSON.stringify(sortedLabels(labels))},"values":[${samples}]}`;
}
