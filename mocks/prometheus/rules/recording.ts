import type { Labels } from '../../../src/model/labels.ts';
import { labelsKey } from '../../../src/model/labels.ts';
import { metricName, withLabel } from '../../promql/labels.ts';
import type { LeastRecentCache } from './cache.ts';
import type { DerivedRule } from './derived.ts';
import { chunkSize, type Element, evaluateChunk, type Subject } from './evaluations.ts';
import { timeOf } from './schedule.ts';
import { type SeriesCollector, writeChunk } from './series.ts';

/** What a recording rule gave in a chunk: its series, and why evaluations failed. */
export interface RecordedChunk {
  readonly series: readonly Element[];
  readonly failures: ReadonlyMap<number, string>;
  readonly cost: number;
  readonly weight: number;
}

/** The labels a recording rule gives an element. */
const recordedLabels = (labels: Labels, { rule }: Subject): Labels =>
  Object.entries(rule.labels).reduce(
    (all, [name, value]) => withLabel(all, name, value),
    withLabel(labels, metricName, rule.name),
  );

function recordChunk(subject: Subject, index: number): RecordedChunk {
  const { elements, failures, cost } = evaluateChunk(subject, index);
  const series = new Map<string, Element>();
  for (const element of elements) {
    const labels = recordedLabels(element.labels, subject);
    const key = labelsKey(labels);
    const held = series.get(key);
    if (!held) series.set(key, { labels, values: element.values.slice(), present: element.present.slice() });
    else mergeInto(held, element, failures);
  }
  return { series: [...series.values()], failures, cost, weight: (1 + series.size) * chunkSize(subject.schedule) };
}

/** Two elements of the same labels are one series, and an error of the evaluations that have both. */
function mergeInto(held: Element, other: Element, failures: Map<number, string>): void {
  for (const [position, there] of other.present.entries()) {
    if (there !== 1) continue;
    if (held.present[position] === 1) {
      failures.set(position, 'vector contains metrics with the same labelset after applying rule labels');
    }
    held.present[position] = 1;
    held.values[position] = other.values[position] ?? Number.NaN;
  }
}

/** A recording rule over time. */
export class RecordingHistory implements DerivedRule {
  readonly subject: Subject;
  private readonly id: string;
  private readonly cache: LeastRecentCache<RecordedChunk>;

  constructor(subject: Subject, id: string, cache: LeastRecentCache<RecordedChunk>) {
    this.subject = subject;
    this.id = id;
    this.cache = cache;
  }

  chunk(index: number): RecordedChunk {
    const make = (): RecordedChunk => recordChunk(this.subject, index);
    return this.cache.get(`${this.id}/${index}`, make, ({ weight }) => weight);
  }

  collect(collector: SeriesCollector, index: number): void {
    const { schedule, queryOffset } = this.subject;
    const { series, failures } = this.chunk(index);
    const size = chunkSize(schedule);
    const timeAt = (position: number): number => timeOf(schedule, index * size - 1 + position) - queryOffset;
    for (const { labels, values, present } of series) {
      const writer = collector.writer(labels);
      if (!writer) continue;
      writeChunk(writer, size, timeAt, (position) => {
        if (failures.has(position)) return undefined;
        return present[position] === 1 ? (values[position] ?? Number.NaN) : null;
      });
    }
  }
}
