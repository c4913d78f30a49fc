import type { Labels } from '../../../src/model/labels.ts';
import { parseNumber } from '../literals.ts';
import { parse } from '../parse.ts';

/** A point of a series line: a value, no sample, a staleness marker, or a native histogram. */
export type Point = number | null | 'stale' | 'native';

const linePattern = /^([^\s{"]*\s*(?:\{(?!\{)(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^}"'])*\})?)\s+(.*)$/;
const number = '(?:inf|nan|(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?)';
const pointPattern = new RegExp(`^([+-]?${number})(?:([+-]${number}))?(?:x(\\d+))?$`, 'i');

/** The labels and points of a line such as `name{label="x"} 1+2x3 _ stale`. Throws where it is none. */
export function parseSeries(line: string): { labels: Labels; points: Point[] } {
  const [, descriptor = '', rest = ''] = linePattern.exec(line) ?? [];
  if (rest === '') throw new Error(`no series: ${line}`);
  return { labels: parseLabels(descriptor.trim()), points: parsePoints(rest) };
}

function parseLabels(text: string): Labels {
  if (/^(?:\{\s*\})?$/.test(text)) return {};
  const expr = parse(text);
  if (expr.kind !== 'selector') throw new Error(`no series: ${text}`);
  return Object.fromEntries(expr.matchers.flatMap(({ name, value }) => (value === '' ? [] : [[name, value]])));
}

/** The points that a sequence in a script's notation stands for: `1+2x3` is 1 3 5 7. */
function parsePoints(text: string): Point[] {
  return (text.match(/(?:\{\{.*?\}\}|\S)+/g) ?? []).flatMap(expand);
}

function expand(token: string): Point[] {
  const times = Number(/x(\d+)$/.exec(token)?.[1] ?? 0);
  if (token.includes('{{')) return new Array<Point>(times + 1).fill('native');
  if (token.startsWith('_')) return new Array<Point>(Math.max(1, times)).fill(null);
  if (token.startsWith('stale')) return new Array<Point>(times + 1).fill('stale');
  const [, first = '', step = '0', repeats = '0'] = pointPattern.exec(token) ?? [];
  const start = parseNumber(first);
  if (start === null) throw new Error(`bad point ${token}`);
  const increment = parseNumber(step) ?? 0;
  return Array.from({ length: Number(repeats) + 1 }, (_, i) => start + (i === 0 ? 0 : i * increment));
}
