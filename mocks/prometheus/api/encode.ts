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
      return opened('matrix', `[${result.series.map((series) => encodeSeries(series, formatTime)).join()}]`);
  }
}

/** The same of a range query, whose times are few and stand in every series: each is written once. */
export function encodeMatrix(series: readonly ResultSeries[], { start, step, count }: Grid): string {
  const texts = Array.from({ length: count }, (_, i) => formatTime(start + i * step));
  const textOf = (time: number) => texts[Math.round((time - start) / step)] ?? formatTime(time);
  return opened('matrix', `[${series.map((one) => encodeSeries(one, textOf)).join()}]`);
}

const opened = (type: string, result: string): string => `{"resultType":"${type}","result":${result}`;

function encodeSample({ labels, times, values }: ResultSeries): string {
  const sample = `[${formatTime(times[0] ?? 0)},"${formatSample(values[0] ?? 0)}"]`;
  return `{"metric":${JSON.stringify(sortedLabels(labels))},"value":${sample}}`;
}

function encodeSeries({ labels, times, values }: ResultSeries, textOf: (time: number) => string): string {
  let samples = '';
  for (let i = 0; i < times.length; i++) {
    samples += `${i === 0 ? '' : ','}[${textOf(times[i] ?? 0)},"${formatSample(values[i] ?? 0)}"]`;
  }
  return `{"metric":${JSON.stringify(sortedLabels(labels))},"values":[${samples}]}`;
}
