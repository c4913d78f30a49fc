import { encodeMatrix } from '../../mocks/prometheus/api/encode.ts';
import { success } from '../../mocks/prometheus/api/reply.ts';
import { evaluateRange } from '../../mocks/promql/evaluate.ts';
import { matchesAll } from '../../mocks/promql/matchers.ts';
import type { SeriesSource, StoredSeries } from '../../mocks/promql/values.ts';
import type { Labels } from '../model/labels.ts';

/** A sample that can be read only from `readableAt` on. Epoch ms; the value null is a staleness marker. */
export interface LateSample {
  readonly time: number;
  readonly value: number | null;
  readonly readableAt: number;
}

export interface LateSeries {
  /** With `__name__`. */
  readonly labels: Labels;
  /** Oldest first. */
  readonly samples: readonly LateSample[];
}

/** A range query as it was asked: epoch ms and ms. */
export interface AskedRange {
  readonly expr: string;
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

/** What the samples look like at `now`. */
function sourceAt(series: readonly LateSeries[], now: number): SeriesSource {
  return {
    *select(matchers, from, to) {
      for (const { labels, samples } of series) {
        if (!matchesAll(matchers, labels)) continue;
        const read = samples.filter(({ time, readableAt }) => time >= from && time <= to && readableAt <= now);
        if (read.length > 0) yield storedSeries(labels, read);
      }
    },
  };
}

function storedSeries(labels: Labels, samples: readonly LateSample[]): StoredSeries {
  return {
    labels,
    times: Float64Array.from(samples, ({ time }) => time),
    values: Float64Array.from(samples, ({ value }) => value ?? Number.NaN),
    stale: Uint8Array.from(samples, ({ value }) => Number(value === null)),
  };
}

/** The embedded Prometheus's answer to a range query over samples that come late, as at `now` (epoch ms), over the wire. */
export function answerLate(series: readonly LateSeries[], { expr, ...range }: AskedRange, now: number): Response {
  const { start, end, step } = range;
  const result = evaluateRange(expr, range, sourceAt(series, now));
  if (result.type !== 'matrix') throw new Error(`a range query gives a matrix, not a ${result.type}`);
  const count = Math.floor((end - start) / step) + 1;
  const stats = JSON.stringify({ samples: { totalQueryableSamples: result.stats.samplesRead } });
  const data = `${encodeMatrix(result.series, { start, step, count })},"stats":${stats}}`;
  return success({ data, warnings: result.warnings, infos: result.infos });
}

/** What a request to `query_range` asks. */
export function askedRange(form: URLSearchParams): AskedRange {
  const ms = (name: string) => Math.round(Number(form.get(name)) * 1000);
  return { expr: form.get('query') ?? '', start: ms('start'), end: ms('end'), step: ms('step') };
}
