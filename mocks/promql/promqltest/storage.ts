import type { Labels } from '../../../src/model/labels.ts';
import { labelsKey } from '../../../src/model/labels.ts';
import { dropLabels, metricName, withLabel } from '../labels.ts';
import { type Matcher, matchesAll } from '../matchers.ts';
import type { SeriesSource, StoredSeries } from '../values.ts';
import type { Load } from './script.ts';
import { type Point, parseSeries } from './series.ts';

interface Held {
  readonly labels: Labels;
  /** By epoch ms. */
  readonly points: Map<number, Point>;
}

/** The series a script has loaded. Remembers whether a native histogram was asked for since it was last forgotten. */
export class ScriptStorage implements SeriesSource {
  touchedNative = false;
  private readonly held = new Map<string, Held>();

  load({ interval, native, series }: Load): void {
    for (const line of series) {
      const { labels, points } = parseSeries(line);
      const held = this.seriesOf(labels);
      for (const [i, point] of points.entries()) if (point !== null) held.points.set(i * interval, point);
      const base = /^(.+)_bucket$/.exec(labels[metricName] ?? '')?.[1];
      if (!native || base === undefined) continue;
      const histogram = this.seriesOf(withLabel(dropLabels(labels, new Set(['le'])), metricName, base));
      for (const i of points.keys()) histogram.points.set(i * interval, 'native');
    }
  }

  private seriesOf(labels: Labels): Held {
    const key = labelsKey(labels);
    const held = this.held.get(key) ?? { labels, points: new Map() };
    this.held.set(key, held);
    return held;
  }

  *select(matchers: readonly Matcher[], from: number, to: number): Generator<StoredSeries> {
    for (const { labels, points } of this.held.values()) {
      if (!matchesAll(matchers, labels)) continue;
      const inside = [...points].filter(([time]) => time >= from && time <= to).sort(([a], [b]) => a - b);
      if (inside.some(([, point]) => point === 'native')) this.touchedNative = true;
      const samples = inside.filter(([, point]) => point !== 'native');
      if (samples.length === 0) continue;
      yield {
        labels,
        times: Float64Array.from(samples, ([time]) => time),
        values: Float64Array.from(samples, ([, point]) => (typeof point === 'number' ? point : Number.NaN)),
        stale: Uint8Array.from(samples, ([, point]) => Number(point === 'stale')),
      };
    }
  }
}
