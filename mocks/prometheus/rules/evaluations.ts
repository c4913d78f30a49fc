import type { Labels } from '../../../src/model/labels.ts';
import { labelsKey } from '../../../src/model/labels.ts';
import { executionError, PromqlError } from '../../promql/errors.ts';
import { evaluateRange } from '../../promql/evaluate.ts';
import type { ReadHint, SeriesSource } from '../../promql/values.ts';
import type { RuleDefinition } from './definition.ts';
import { indexAt, type Schedule, timeOf } from './schedule.ts';

/** One series of a rule's result: its value at each evaluation that has a 1 in `present`. */
export interface Element {
  readonly labels: Labels;
  readonly values: Float64Array;
  readonly present: Uint8Array;
}

/**
 * The results of neighbouring evaluations. Position 0 is the last evaluation of the chunk before, so that a chunk knows what
 * ended at its border; its own are the positions from 1 on.
 */
export interface Chunk {
  /** Which evaluation position 0 is. */
  readonly first: number;
  readonly elements: readonly Element[];
  /** Why an evaluation failed, by position. */
  readonly failures: Map<number, string>;
  /** Seconds an evaluation took, on average. */
  readonly cost: number;
}

/** A rule with what its evaluation needs. */
export interface Subject {
  readonly rule: RuleDefinition;
  readonly schedule: Schedule;
  readonly queryOffset: number;
  /** What the rule may read. */
  readonly source: SeriesSource;
}

/** Long enough that windows of five minutes, read again at each border, cost little; short enough to wait for. */
const chunkLength = 1_800_000;

/** How many evaluations of its own a chunk has: half an hour of them. */
export const chunkSize = ({ interval }: Schedule): number => Math.max(1, Math.round(chunkLength / interval));

/** The chunk that the newest sample at or before a time, in epoch ms, is of. */
const chunkAt = ({ schedule, queryOffset }: Subject, time: number): number =>
  Math.floor(indexAt(schedule, time + queryOffset) / chunkSize(schedule));

/**
 * The chunks with the samples of a rule from `from` to `to` (epoch ms) that will be read, oldest first. Throws an execution
 * error where they are more than `limit`.
 */
export function chunksRead(subject: Subject, from: number, to: number, hint: ReadHint | null, limit: number): number[] {
  const found = new Set<number>();
  const add = (start: number, end: number): void => {
    const last = chunkAt(subject, end);
    for (let index = chunkAt(subject, start); index <= last; index++) {
      if (found.size >= limit) throw executionError('query processing would evaluate rules too many times');
      found.add(index);
    }
  };
  if (hint && hint.step > hint.range) {
    for (let i = 0; i < hint.count; i++) {
      const end = hint.start + i * hint.step;
      add(Math.max(from, end - hint.range), Math.min(to, end));
    }
  } else if (from <= to) {
    add(from, to);
  }
  return [...found];
}

/** Of an expression that speaks of its query's range: in a rule, that is the one evaluation. */
const speaksOfRange = /\b(?:start|end|step|range)\s*\(/;

/** Evaluates a chunk of a rule: one range query, cut in halves only where an evaluation fails. */
export function evaluateChunk(subject: Subject, index: number): Chunk {
  const { rule, schedule } = subject;
  const size = chunkSize(schedule);
  const first = index * size - 1;
  const elements = new Map<string, Element>();
  const failures = new Map<number, string>();
  const began = performance.now();
  const gather = (from: number, to: number): void => {
    if (from > to) return;
    const middle = Math.floor((from + to) / 2);
    try {
      if (from < to && speaksOfRange.test(rule.query)) throw new PromqlError('execution', 'evaluated one by one');
      evaluateInto(elements, subject, { first, size, from, to });
    } catch (error) {
      if (!(error instanceof PromqlError)) throw error;
      if (from === to) {
        failures.set(from - first, error.message);
        return;
      }
      gather(from, middle);
      gather(middle + 1, to);
    }
  };
  gather(Math.max(first, schedule.first), first + size);
  const cost = (performance.now() - began) / 1000 / (size + 1);
  return { first, elements: [...elements.values()], failures, cost };
}

interface Span {
  readonly first: number;
  readonly size: number;
  readonly from: number;
  readonly to: number;
}

function evaluateInto(elements: Map<string, Element>, subject: Subject, { first, size, from, to }: Span): void {
  const { rule, schedule, queryOffset, source } = subject;
  const start = timeOf(schedule, from) - queryOffset;
  const end = timeOf(schedule, to) - queryOffset;
  const result = evaluateRange(rule.query, { start, end, step: schedule.interval }, source);
  if (result.type !== 'matrix') return;
  for (const { labels, times, values } of result.series) {
    const key = labelsKey(labels);
    const element = elements.get(key) ?? {
      labels,
      values: new Float64Array(size + 1),
      present: new Uint8Array(size + 1),
    };
    elements.set(key, element);
    for (const [i, time] of times.entries()) {
      const position = from - first + Math.round((time - start) / schedule.interval);
      element.values[position] = values[i] ?? Number.NaN;
      element.present[position] = 1;
    }
  }
}
