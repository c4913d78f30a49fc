import type { Labels } from '../../../src/model/labels.ts';
import { labelsKey } from '../../../src/model/labels.ts';
import { dropLabels, metricName, withLabel } from '../../promql/labels.ts';
import { type Alert, advance, type Observation } from './alert-state.ts';
import type { LeastRecentCache } from './cache.ts';
import type { DerivedRule } from './derived.ts';
import { type Chunk, chunkSize, type Element, evaluateChunk, type Subject } from './evaluations.ts';
import { timeOf } from './schedule.ts';
import { type SeriesCollector, writeChunk } from './series.ts';

/** An alert's labels, and at each position which element of the chunk it is of, counted from 1; 0: none. */
interface Track {
  readonly labels: Labels;
  readonly origins: Uint32Array;
}

/** A chunk with the alerts its elements are, by the key of their labels. */
export interface AlertChunk extends Chunk {
  readonly tracks: ReadonlyMap<string, Track>;
}

/** An alert at each position of a chunk; null where it is inactive. */
interface Course {
  readonly labels: Labels;
  readonly alerts: readonly (Alert | null)[];
}

/** Texts of a rule's labels and annotations with their templates filled in. */
export type Expand = (text: string, observation: Observation) => string;

/** Alerts are followed back no further than this, and what `for` and `keep_firing_for` say on top of it. */
const lookBack = 24 * 3_600_000;

const noName = new Set([metricName]);

/** An alerting rule over time. */
export class AlertingHistory implements DerivedRule {
  readonly subject: Subject;
  private readonly id: string;
  private readonly expandLabel: Expand;
  private readonly cache: LeastRecentCache<AlertChunk>;

  constructor(subject: Subject, id: string, expandLabel: Expand, cache: LeastRecentCache<AlertChunk>) {
    this.subject = subject;
    this.id = id;
    this.expandLabel = expandLabel;
    this.cache = cache;
  }

  chunk(index: number): AlertChunk {
    const make = (): AlertChunk => this.follow(evaluateChunk(this.subject, index));
    const weigh = ({ elements, tracks }: AlertChunk): number =>
      (1 + elements.length + tracks.size) * chunkSize(this.subject.schedule);
    return this.cache.get(`${this.id}/${index}`, make, weigh);
  }

  /**
   * Every alert that is active somewhere in a chunk. It starts where nothing was active, as many chunks before as that
   * takes; what is active for longer than the look back counts from there.
   */
  courses(index: number): Course[] {
    const { rule, schedule } = this.subject;
    const length = chunkSize(schedule) * schedule.interval;
    const furthest = index - Math.ceil((lookBack + rule.hold + rule.keepFiringFor) / length);
    let start = index;
    while (start > furthest && !this.isQuietBefore(start, length)) start--;
    let courses: Course[] = [];
    for (; start <= index; start++) courses = this.run(this.chunk(start), courses);
    return courses;
  }

  /** Whether no alert can be active when a chunk begins. */
  private isQuietBefore(index: number, length: number): boolean {
    const { failures, tracks, elements } = this.chunk(index);
    if (elements.length === 0 && failures.size > 0) return true;
    const kept = Math.ceil(this.subject.rule.keepFiringFor / length);
    for (let before = 1; before <= kept; before++) if (this.chunk(index - before).tracks.size > 0) return false;
    return !failures.has(0) && ![...tracks.values()].some(({ origins }) => (origins[0] ?? 0) > 0);
  }

  private run(chunk: AlertChunk, before: readonly Course[]): Course[] {
    const { rule, schedule } = this.subject;
    const started = new Map(
      before.flatMap(({ labels, alerts }) => {
        const last = alerts.at(-1);
        return last ? [[labelsKey(labels), { labels, last }]] : [];
      }),
    );
    const size = chunkSize(schedule);
    return [...new Set([...started.keys(), ...chunk.tracks.keys()])].flatMap((key) => {
      const track = chunk.tracks.get(key);
      const carried = started.get(key);
      const labels = track?.labels ?? carried?.labels;
      if (!labels) return [];
      let alert: Alert | null = carried?.last ?? null;
      const alerts = [alert];
      for (let position = 1; position <= size; position++) {
        const time = timeOf(schedule, chunk.first + position);
        if (!chunk.failures.has(position)) alert = advance(alert, this.observe(chunk, track, position), time, rule);
        alerts.push(alert);
      }
      return [{ labels, alerts }];
    });
  }

  private observe(chunk: AlertChunk, track: Track | undefined, position: number): Observation | null {
    const element = chunk.elements[(track?.origins[position] ?? 0) - 1];
    if (!element) return null;
    const time = timeOf(this.subject.schedule, chunk.first + position);
    return { labels: element.labels, value: element.values[position] ?? Number.NaN, time };
  }

  /** Finds which alert each element is. Two elements of an evaluation that are the same alert make it fail. */
  private follow(chunk: Chunk): AlertChunk {
    const tracks = new Map<string, Track>();
    const templated = Object.values(this.subject.rule.labels).some((text) => text.includes('{{'));
    for (const [i, element] of chunk.elements.entries()) {
      let known: Track | null = null;
      for (const [position, there] of element.present.entries()) {
        if (there !== 1) continue;
        const track: Track = known ?? this.trackOf(tracks, chunk, element, position);
        if (!templated) known = track;
        if (track.origins[position] !== 0) {
          chunk.failures.set(position, 'vector contains metrics with the same labelset after applying alert labels');
        }
        track.origins[position] = i + 1;
      }
    }
    return { ...chunk, tracks };
  }

  private trackOf(tracks: Map<string, Track>, chunk: Chunk, element: Element, position: number): Track {
    const { rule, schedule } = this.subject;
    const observation: Observation = {
      labels: element.labels,
      value: element.values[position] ?? Number.NaN,
      time: timeOf(schedule, chunk.first + position),
    };
    let labels = dropLabels(element.labels, noName);
    for (const [name, text] of Object.entries(rule.labels)) {
      labels = withLabel(labels, name, this.expandLabel(text, observation));
    }
    labels = withLabel(labels, 'alertname', rule.name);
    const key = labelsKey(labels);
    const track = tracks.get(key) ?? { labels, origins: new Uint32Array(element.present.length) };
    tracks.set(key, track);
    return track;
  }

  collect(collector: SeriesCollector, index: number): void {
    const { schedule, queryOffset } = this.subject;
    const { failures } = this.chunk(index);
    const size = chunkSize(schedule);
    const timeAt = (position: number): number => timeOf(schedule, index * size - 1 + position) - queryOffset;
    for (const { labels, alerts } of this.courses(index)) {
      const write = (name: string, extra: Labels, pick: (alert: Alert) => number | null): void => {
        const writer = collector.writer({ ...labels, ...extra, [metricName]: name });
        if (!writer) return;
        writeChunk(writer, size, timeAt, (position) => {
          if (position > 0 && failures.has(position)) return undefined;
          const alert = alerts[position];
          return alert ? pick(alert) : null;
        });
      };
      write('ALERTS', { alertstate: 'pending' }, ({ firing }) => (firing ? null : 1));
      write('ALERTS', { alertstate: 'firing' }, ({ firing }) => (firing ? 1 : null));
      write('ALERTS_FOR_STATE', {}, ({ activeAt }) => Math.floor(activeAt / 1000));
    }
  }
}
