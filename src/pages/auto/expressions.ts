/** What all queries of a board are about. */
export interface Scope {
  readonly job: string;
  /** The board has a variable `instance` that narrows them. */
  readonly byInstance: boolean;
}

/** A text as a PromQL string. A dollar sign is escaped too, since a board would take it for a variable. */
export function quoted(text: string): string {
  return JSON.stringify(text).replaceAll('$', '\\x24');
}

/** Names that mean something else in PromQL, and the two that the grammar of editors takes for such a word. */
const reserved = /^(?:bool|on|ignoring|group_left|group_right|offset|inf|nan|constructor|__proto__)$/i;

/**
 * The series of a metric within the scope. A name that PromQL does not take for one is matched as a label, which also
 * servers understand that know no name in quotes.
 */
export function selector(metric: string, { job, byInstance }: Scope): string {
  const matchers = [`job=${quoted(job)}`, ...(byInstance ? ['instance=~"$instance"'] : [])];
  if (/^[A-Za-z_:][\w:]*$/.test(metric) && !reserved.test(metric)) return `${metric}{${matchers.join(', ')}}`;
  return `{${[`__name__=${quoted(metric)}`, ...matchers].join(', ')}}`;
}

/** The rate of a counter or of a histogram's part. */
export function rateOf(metric: string, scope: Scope): string {
  return `rate(${selector(metric, scope)}[$__rate_interval])`;
}

/** Series put together by `operator`, apart by a label where there is one. */
export function aggregated(operator: 'sum' | 'avg' | 'max' | 'min', label: string | null, series: string): string {
  return label === null ? `${operator}(${series})` : `${operator} by (${label}) (${series})`;
}

/** Series of these metrics of a job, at most `most` of each: enough to see by which labels they differ. */
export function sampleOf(job: string, metrics: readonly string[], most: number): string {
  const names = metrics.map((name) => name.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&')).join('|');
  return `topk by (__name__) (${most}, {__name__=~${quoted(names)}, job=${quoted(job)}})`;
}
