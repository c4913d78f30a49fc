import { isHeld, type Row, type Suite } from './suite.ts';

/** What the figures were taken on. */
export interface Machine {
  readonly date: string;
  /** Each with its name, such as `Node 20.20.2`. */
  readonly versions: readonly string[];
  readonly cpu: string;
  readonly cores: number;
  /** Of the last 15 minutes: above the cores, others were at work too. */
  readonly load: number;
}

/** What came of a suite. */
export interface Report {
  readonly suite: Suite;
  readonly rows: readonly Row[];
}

function verdictOf(row: Row): string {
  if (row.budget === null) return '';
  const { limit, unit } = row.budget;
  return `${limit.toLocaleString('en')}${unit}: ${isHeld(row) ? 'held' : 'EXCEEDED'}`;
}

/** Rows as a Markdown table, aligned, so that it reads well as plain text too. */
export function tableOf({ suite, rows }: Report): string {
  const headings = ['what', ...suite.columns, 'at most'];
  const cells = [headings, ...rows.map((row) => [row.what, ...row.figures, verdictOf(row)])];
  const widths = headings.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  const isNumber = (column: number): boolean => column > 0 && column < headings.length - 1;
  const write = (line: readonly string[]): string =>
    `| ${line.map((cell, i) => (isNumber(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, i) => (isNumber(i) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  return [write(headings), write(rule), ...cells.slice(1).map(write)].join('\n');
}

/** The whole of the results as a Markdown document. */
export function documentOf({ date, versions, cpu, cores, load }: Machine, reports: readonly Report[]): string {
  const sections = reports.map((report) => {
    const { title, about } = report.suite;
    return `## ${title}\n\n${about}\n\n${tableOf(report)}\n`;
  });
  const head = `Written by \`npm run bench\` on ${date}: ${versions.join(', ')}, on ${cores} x ${cpu} with a load of ${load.toFixed(1)}.`;
  return `# Benchmarks\n\n${head}\n\n${sections.join('\n')}`;
}
