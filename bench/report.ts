import { isHeld, type Suite, type Timing } from './benchmark.ts';

/** What the figures were taken on. */
export interface Machine {
  readonly date: string;
  readonly node: string;
  readonly cpu: string;
  readonly cores: number;
}

/** The timings of a suite. */
export interface Report {
  readonly suite: Suite;
  readonly timings: readonly Timing[];
}

const headings = ['what', 'median ms', 'best ms', 'worst ms', 'budget'];

function rowOf(timing: Timing): string[] {
  const { name, budget, median, best, worst } = timing;
  const verdict = budget === null ? '' : `${budget} ms: ${isHeld(timing) ? 'held' : 'EXCEEDED'}`;
  return [`\`${name}\``, median.toFixed(1), best.toFixed(1), worst.toFixed(1), verdict];
}

/** Timings as a Markdown table, aligned, so that it reads well as plain text too. */
export function tableOf(timings: readonly Timing[]): string {
  const rows = [headings, ...timings.map(rowOf)];
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const isNumber = (column: number): boolean => column > 0 && column < 4;
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => (isNumber(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, i) => (isNumber(i) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  return [line(headings), line(rule), ...rows.slice(1).map(line)].join('\n');
}

/** The whole of the results as a Markdown document. */
export function documentOf({ date, node, cpu, cores }: Machine, reports: readonly Report[]): string {
  const sections = reports.map(
    ({ suite: { title, about }, timings }) => `## ${title}\n\n${about}\n\n${tableOf(timings)}\n`,
  );
  return `# Benchmarks\n\nWritten by \`npm run bench\` on ${date}: Node ${node}, ${cores} x ${cpu}.\n\n${sections.join('\n')}`;
}
