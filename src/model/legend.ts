import type { PanelQuery } from './dashboard.ts';
import type { Labels } from './labels.ts';
import type { Language } from './language.ts';

/**
 * The name of a series by a legend template: `{{label}}` stands for the label's value, for nothing where the series has
 * no such label. Without a template, or when nothing comes of it, the series is named in full.
 */
export function seriesName(labels: Labels, template: string | undefined): string {
  const name = template?.replace(/\{\{\s*(.*?)\s*\}\}/g, (_, label: string) => labelOf(labels, label)).trim();
  return name ? name : fullName(labels, Object.keys(labels));
}

/** What a query is called apart from its series: its legend where that names no labels, its id, or what it asks. */
export function queryName({ legend, id, expr }: PanelQuery, language: Language): string {
  const text = legend?.[language].trim();
  return text && !text.includes('{{') ? text : (id ?? expr);
}

/**
 * Names for the series of an answer that has no legend template, in their order: what tells them apart and no more.
 * One label that differs is named by its values, several are named as `{a="x", b="y"}`, with the metric's name where
 * that differs too; when nothing differs the series is named in full. Equal names are numbered, so that each is unique.
 */
export function distinguishingNames(seriesLabels: readonly Labels[]): string[] {
  const differing = differingLabels(seriesLabels);
  const [only] = differing;
  return unique(
    seriesLabels.map((labels) => {
      if (only === undefined) return fullName(labels, Object.keys(labels));
      const value = labelOf(labels, only);
      return differing.length === 1 ? value || `${only}=""` : fullName(labels, differing);
    }),
  );
}

/** Names of the labels whose values are not the same in every series; one that is missing counts as ''. */
function differingLabels(seriesLabels: readonly Labels[]): string[] {
  const [first = {}] = seriesLabels;
  const names = new Set(seriesLabels.flatMap((labels) => Object.keys(labels)));
  return [...names].filter((name) => seriesLabels.some((labels) => labelOf(labels, name) !== labelOf(first, name)));
}

/** `metric{a="x", b="y"}` with the given labels of a series, sorted; `{}` when it has none of them. */
function fullName(labels: Labels, names: readonly string[]): string {
  const metric = names.includes('__name__') ? labelOf(labels, '__name__') : '';
  const pairs = names
    .filter((name) => name !== '__name__' && labelOf(labels, name) !== '')
    .sort()
    .map((name) => `${name}=${JSON.stringify(labelOf(labels, name))}`);
  return pairs.length > 0 || metric === '' ? `${metric}{${pairs.join(', ')}}` : metric;
}

/** The value of a label, '' when the series has none; labels may be named as what every object has. */
function labelOf(labels: Labels, name: string): string {
  return Object.hasOwn(labels, name) ? (labels[name] ?? '') : '';
}

function unique(names: readonly string[]): string[] {
  const given = new Set(names);
  const uses = new Map<string, number>();
  return names.map((name) => {
    let use = (uses.get(name) ?? 0) + 1;
    while (use > 1 && given.has(`${name} (${use})`)) use++;
    uses.set(name, use);
    return use === 1 ? name : `${name} (${use})`;
  });
}
