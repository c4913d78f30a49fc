import { parseNumber } from '../literals.ts';

/** What an `eval` command asks and expects. */
export interface Evaluation {
  readonly type: 'eval';
  /** Of the command, from 1. */
  readonly line: number;
  readonly query: string;
  /** Epoch ms; an instant has the same start and end, and no step. */
  readonly start: number;
  readonly end: number;
  readonly step: number | null;
  /** The lines below it. */
  readonly expected: readonly string[];
  readonly fails: boolean;
  readonly ordered: boolean;
}

export interface Load {
  readonly type: 'load';
  /** Ms between samples. */
  readonly interval: number;
  /** Also makes native histograms of classic ones. */
  readonly native: boolean;
  readonly series: readonly string[];
}

export type Command = Evaluation | Load | { readonly type: 'clear' };

/** Milliseconds of a time or duration as scripts write them, `5m` or a number of seconds. Throws where it is neither. */
export function parseTime(text: string): number {
  const seconds = parseNumber(text);
  if (seconds === null) throw new Error(`bad time ${text}`);
  return Math.round(seconds * 1000);
}

/** The commands of a script. Throws on a line that is none. */
export function parseScript(text: string): Command[] {
  const lines = text.split('\n').map((line) => (line.trim().startsWith('#') ? '' : line.trim()));
  const commands: Command[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line === '') continue;
    const gap = lines.indexOf('', i);
    const last = gap < 0 ? lines.length : gap;
    const [word = ''] = line.split(/\s/);
    if (word === 'clear') {
      commands.push({ type: 'clear' });
      continue;
    }
    const block = lines.slice(i + 1, last);
    commands.push(word.startsWith('load') ? parseLoad(line, block) : parseEvaluation(line, i + 1, block));
    i = last;
  }
  return commands;
}

function parseLoad(line: string, series: readonly string[]): Load {
  const [word, interval = ''] = line.split(/\s+/);
  return { type: 'load', interval: parseTime(interval), native: word === 'load_with_nhcb', series };
}

const instantPattern = /^eval(?:_(\w+))?\s+instant\s+(?:at\s+(\S+)\s+)?(.+)$/;
const rangePattern = /^eval(?:_(\w+))?\s+range\s+from\s+(\S+)\s+to\s+(\S+)\s+step\s+(\S+)\s+(.+)$/;

function parseEvaluation(text: string, line: number, lines: readonly string[]): Evaluation {
  const expects = (what: RegExp): boolean => lines.some((expected) => what.test(expected));
  const common = (mode: string | undefined) => ({
    type: 'eval' as const,
    line,
    expected: lines,
    fails: mode === 'fail' || expects(/^expect\s+fail/),
    ordered: mode === 'ordered' || expects(/^expect\s+ordered/),
  });
  const instant = instantPattern.exec(text);
  if (instant) {
    const [, mode, time = '0', query = ''] = instant;
    return { ...common(mode), query, start: parseTime(time), end: parseTime(time), step: null };
  }
  const range = rangePattern.exec(text);
  if (!range) throw new Error(`line ${line} is no command: ${text}`);
  const [, mode, start = '', end = '', step = '', query = ''] = range;
  return { ...common(mode), query, start: parseTime(start), end: parseTime(end), step: parseTime(step) };
}
