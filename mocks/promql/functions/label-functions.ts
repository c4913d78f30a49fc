import { executionError } from '../errors.ts';
import { compareLabels, labelValue, metricName, withLabel } from '../labels.ts';
import { compileRegex } from '../matchers.ts';
import { mergeAlike } from '../merge.ts';
import type { Column, Context } from '../values.ts';

/** Longer values are refused: a replacement that repeats a label may grow without end. */
const maxValue = 64 * 1024;

function relabel(column: Column, name: string, value: string): Column {
  if (value.length > maxValue) throw executionError(`label value is longer than ${maxValue} characters`);
  const labels = withLabel(column.labels, name, value);
  return { ...column, labels, dropName: column.dropName && name !== metricName };
}

/** Refuses what cannot name a label: nothing, and what is not UTF-8, which is read as U+FFFD. */
function checkTarget(name: string, target: string): void {
  if (target !== '' && !target.includes('\ufffd')) return;
  throw executionError(`invalid destination label name in ${name}(): ${target}`);
}

/** `label_replace`: where the whole of a label matches, another label is written from the match's groups. */
export function labelReplace(columns: readonly Column[], texts: readonly string[], { meter }: Context): Column[] {
  const [target = '', replacement = '', source = '', pattern = ''] = texts;
  checkTarget('label_replace', target);
  const regex = compileRegex(pattern, 'execution');
  const names = regex.namedGroups();
  const replaced = (text: string): string | null => {
    const matcher = regex.matcher(text);
    if (!matcher.matches()) return null;
    return replacement.replace(/\$(?:\$|\{(\w+)\}|(\w+))/g, (whole, braced, plain) => {
      if (whole === '$$') return '$';
      const group: string = braced ?? plain;
      const number = /^\d+$/.test(group) ? Number(group) : Object.hasOwn(names, group) ? names[group] : undefined;
      return number === undefined || number > matcher.groupCount() ? '' : (matcher.group(number) ?? '');
    });
  };
  // Series share label values, and a hostile expression may take long over each.
  const known = new Map<string, string | null>();
  const relabelled = columns.map((column) => {
    meter.watch();
    const text = labelValue(column.labels, source);
    const held = known.get(text);
    const value = held === undefined ? replaced(text) : held;
    known.set(text, value);
    return value === null ? column : relabel(column, target, value);
  });
  return mergeAlike(relabelled);
}

/** `label_join`: the values of labels, with a separator between them, written to another. */
export function labelJoin(columns: readonly Column[], texts: readonly string[]): Column[] {
  const [target = '', separator = '', ...sources] = texts;
  checkTarget('label_join', target);
  const joined = columns.map((column) => {
    const value = sources.map((name) => labelValue(column.labels, name)).join(separator);
    return relabel(column, target, value);
  });
  return mergeAlike(joined);
}

/** Natural order: runs of digits compare as numbers. */
const natural = new Intl.Collator('en', { numeric: true });

/** `sort_by_label`: series by the values of labels, then by all their labels. `direction` is 1 or -1. */
export function sortByLabel(columns: readonly Column[], names: readonly string[], direction: 1 | -1): Column[] {
  return [...columns].sort((a, b) => {
    for (const name of names) {
      const order = natural.compare(labelValue(a.labels, name), labelValue(b.labels, name));
      if (order !== 0) return order * direction;
    }
    return compareLabels(a.labels, b.labels) * direction;
  });
}
