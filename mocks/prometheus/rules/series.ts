import type { Labels } from '../../../src/model/labels.ts';
import { labelsKey } from '../../../src/model/labels.ts';
import { type Matcher, matchesAll } from '../../promql/matchers.ts';
import type { StoredSeries } from '../../promql/values.ts';

interface Sample {
  readonly time: number;
  readonly value: number;
  readonly stale: boolean;
}

interface Held {
  readonly labels: Labels;
  readonly samples: Sample[];
}

/** Takes samples of one series that lie in the time asked for. */
export interface SeriesWriter {
  write(time: number, value: number): void;
  /** The series has ended: from here on it is not there. */
  end(time: number): void;
}

/** Gathers the series that rules give, of which those of equal labels are one, whichever rules they come from. */
export class SeriesCollector {
  private readonly held = new Map<string, Held>();
  private readonly matchers: readonly Matcher[];
  private readonly from: number;
  private readonly to: number;

  /** For series that meet the matchers, and samples from `from` to `to`, both epoch ms and inclusive. */
  constructor(matchers: readonly Matcher[], from: number, to: number) {
    this.matchers = matchers;
    this.from = from;
    this.to = to;
  }

  /** Where to write the samples of a series; null where nobody asked for it. */
  writer(labels: Labels): SeriesWriter | null {
    if (!matchesAll(this.matchers, labels)) return null;
    const key = labelsKey(labels);
    const { samples } = this.held.get(key) ?? this.hold(key, labels);
    const push = (time: number, value: number, stale: boolean): void => {
      if (time >= this.from && time <= this.to) samples.push({ time, value, stale });
    };
    return {
      write: (time, value) => push(time, value, false),
      end: (time) => push(time, Number.NaN, true),
    };
  }

  private hold(key: string, labels: Labels): Held {
    const held: Held = { labels, samples: [] };
    this.held.set(key, held);
    return held;
  }

  /** The series that have samples. Of two samples of one time the first stays, and before it one that is no end. */
  *series(): Generator<StoredSeries> {
    for (const { labels, samples } of this.held.values()) {
      const sorted = samples.toSorted((a, b) => a.time - b.time || Number(a.stale) - Number(b.stale));
      const kept = sorted.filter(({ time }, i) => sorted[i - 1]?.time !== time);
      if (kept.length === 0) continue;
      yield {
        labels,
        times: Float64Array.from(kept, ({ time }) => time),
        values: Float64Array.from(kept, ({ value }) => value),
        stale: kept.some(({ stale }) => stale) ? Uint8Array.from(kept, ({ stale }) => Number(stale)) : null,
      };
    }
  }
}

/**
 * Writes what a series has at the positions from 1 to `last` of a chunk. `valueAt` gives its value at a position, null where
 * it has none, and undefined where the evaluation failed, which neither writes nor ends anything.
 */
export function writeChunk(
  writer: SeriesWriter,
  last: number,
  timeAt: (position: number) => number,
  valueAt: (position: number) => number | null | undefined,
): void {
  let there = typeof valueAt(0) === 'number';
  for (let position = 1; position <= last; position++) {
    const value = valueAt(position);
    if (value === undefined) continue;
    if (value !== null) writer.write(timeAt(position), value);
    else if (there) writer.end(timeAt(position));
    there = value !== null;
  }
}
