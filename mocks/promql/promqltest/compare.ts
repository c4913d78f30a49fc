import { labelsKey } from '../../../src/model/labels.ts';
import type { QueryResult } from '../evaluate.ts';
import { formatLabels } from '../labels.ts';
import { parseNumber, unquote } from '../literals.ts';
import { type Evaluation, parseTime } from './script.ts';
import { type Point, parseSeries } from './series.ts';

const tolerance = 1e-6;

function near(a: number, b: number): boolean {
  if (Object.is(a, b) || a === b) return true;
  return Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));
}

/** What is wrong with a result, null where it is what the script expects. */
export function compareResult(evaluation: Evaluation, result: QueryResult): string | null {
  const text = evaluation.expected.map((line) => /^expect\s+string\s+(.*)$/.exec(line)?.[1]).find(Boolean);
  if (text !== undefined) {
    return result.type === 'string' && result.value === unquote(text) ? null : `expected the string ${text}`;
  }
  const lines = evaluation.expected.filter((line) => !line.startsWith('expect '));
  const number = lines.length === 1 ? parseNumber(lines[0] ?? '') : null;
  if (number !== null) {
    if (result.type !== 'scalar') return `expected a scalar, got a ${result.type}`;
    return near(result.value, number) ? null : `expected ${number}, got ${result.value}`;
  }
  if (result.type === 'scalar' || result.type === 'string') return `expected series, got a ${result.type}`;
  return compareSeries(evaluation, result.series, lines);
}

type Series = Extract<QueryResult, { type: 'matrix' | 'vector' }>['series'];

/** The first time and the step that a result's series are expected at. */
function gridOf({ expected, start, step }: Evaluation): { start: number; step: number } {
  for (const line of expected) {
    const [, from, each] = /^expect\s+range\s+vector\s+from\s+(\S+)\s+to\s+\S+\s+step\s+(\S+)$/.exec(line) ?? [];
    if (from !== undefined && each !== undefined) return { start: parseTime(from), step: parseTime(each) };
  }
  return { start, step: step ?? 1 };
}

function compareSeries(evaluation: Evaluation, series: Series, lines: readonly string[]): string | null {
  const grid = gridOf(evaluation);
  const found = new Map(series.map((one, position) => [labelsKey(one.labels), { ...one, position }]));
  if (series.length !== lines.length) {
    return `expected ${lines.length} series, got ${series.map(({ labels }) => formatLabels(labels)).join(' ') || 'none'}`;
  }
  for (const [position, line] of lines.entries()) {
    const { labels, points } = parseSeries(line);
    const one = found.get(labelsKey(labels));
    if (!one) return `no series ${formatLabels(labels)}, got ${series.map((s) => formatLabels(s.labels)).join(' ')}`;
    if (evaluation.ordered && one.position !== position) return `${formatLabels(labels)} is not in its place`;
    const got = new Map(Array.from(one.times, (time, i) => [time, one.values[i] ?? Number.NaN]));
    const expected = points.flatMap((point, i): [number, Point][] =>
      point === null ? [] : [[grid.start + i * grid.step, point]],
    );
    const wrong = expected.find(([time, point]) => {
      const value = got.get(time);
      return value === undefined || typeof point !== 'number' || !near(value, point);
    });
    if (wrong) return `${formatLabels(labels)} at ${wrong[0]}: expected ${wrong[1]}, got ${got.get(wrong[0])}`;
    if (expected.length !== got.size)
      return `${formatLabels(labels)}: expected ${expected.length} points, got ${got.size}`;
  }
  return null;
}
