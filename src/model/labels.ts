/** The labels of a series, `__name__` included where the series has a metric name. */
export type Labels = Readonly<Record<string, string>>;

/** A text that is the same for equal label sets, whatever the order they came in. */
export function labelsKey(labels: Labels): string {
  return JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
