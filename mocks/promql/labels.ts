import type { Labels } from '../../src/model/labels.ts';

export const metricName = '__name__';

/** The value of a label, empty where the series has none, also for a name that every object has, such as `constructor`. */
export function labelValue(labels: Labels, name: string): string {
  return Object.hasOwn(labels, name) ? (labels[name] ?? '') : '';
}

const inOrder = ([a]: readonly [string, string], [b]: readonly [string, string]): number =>
  a < b ? -1 : Number(a > b);

/** Only the labels of these names. */
export function keepLabels(labels: Labels, names: ReadonlySet<string>): Labels {
  return Object.fromEntries(Object.entries(labels).filter(([name]) => names.has(name)));
}

/** All labels but those of these names. */
export function dropLabels(labels: Labels, names: ReadonlySet<string>): Labels {
  return Object.fromEntries(Object.entries(labels).filter(([name]) => !names.has(name)));
}

/** The labels with one set; an empty value takes it away, as an empty label is no label. */
export function withLabel(labels: Labels, name: string, value: string): Labels {
  const others = Object.entries(labels).filter(([other]) => other !== name);
  return Object.fromEntries(value === '' ? others : [...others, [name, value]]);
}

/** As Prometheus writes a label set in its messages. */
export function formatLabels(labels: Labels): string {
  const parts = Object.entries(labels)
    .sort(inOrder)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return `{${parts.join(', ')}}`;
}

/** The order of label sets in results: by names and values, pair by pair. */
export function compareLabels(a: Labels, b: Labels): number {
  const left = Object.entries(a).sort(inOrder).flat();
  const right = Object.entries(b).sort(inOrder).flat();
  for (const [i, text] of left.entries()) {
    const other = right[i];
    if (other === undefined) return 1;
    if (text !== other) return text < other ? -1 : 1;
  }
  return left.length - right.length;
}
