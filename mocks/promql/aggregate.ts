import type { Labels } from '../../src/model/labels.ts';
import { labelsKey } from '../../src/model/labels.ts';
import type { Aggregate } from './ast.ts';
import { executionError } from './errors.ts';
import { dropLabels, keepLabels, metricName, withLabel } from './labels.ts';
import { formatFloat } from './literals.ts';
import { selectors } from './pick.ts';
import * as statistics from './statistics.ts';
import { type Column, emptyColumn, setValue, type Value } from './values.ts';

/** The series of one group, which all have these labels. */
export interface Group {
  readonly labels: Labels;
  readonly members: readonly Column[];
}

const reducers: Readonly<Record<string, statistics.Reducer>> = {
  sum: statistics.sum,
  avg: statistics.average,
  min: statistics.minimum,
  max: statistics.maximum,
  count: statistics.count,
  group: () => 1,
  stddev: statistics.deviation,
  stdvar: statistics.variance,
};

function groupBy({ labels: names, without }: Aggregate, columns: readonly Column[]): Group[] {
  const chosen = new Set(without ? [...names, metricName] : names);
  const groups = new Map<string, { labels: Labels; members: Column[] }>();
  for (const column of columns) {
    const labels = without ? dropLabels(column.labels, chosen) : keepLabels(column.labels, chosen);
    const key = labelsKey(labels);
    const group = groups.get(key);
    if (group) group.members.push(column);
    else groups.set(key, { labels, members: [column] });
  }
  return [...groups.values()];
}

/** One column for a group: at each time the figure of its members' values. */
function reduceGroup(
  { labels, members }: Group,
  count: number,
  figure: (values: Float64Array, length: number, index: number) => number,
): Column {
  const dropName = members.some((member) => member.dropName);
  const result = emptyColumn(labels, count, dropName);
  const buffer = new Float64Array(members.length);
  for (let i = 0; i < count; i++) {
    let length = 0;
    for (const { values, present } of members) {
      if (present[i] === 1) buffer[length++] = values[i] ?? 0;
    }
    if (length > 0) setValue(result, i, figure(buffer, length, i));
  }
  return result;
}

function countValues({ labels, members }: Group, count: number, label: string): Column[] {
  const results = new Map<string, Column>();
  for (const { values, present, dropName } of members) {
    for (let i = 0; i < count; i++) {
      if (present[i] !== 1) continue;
      const text = formatFloat(values[i] ?? 0);
      const result = results.get(text) ?? emptyColumn(withLabel(labels, label, text), count, dropName);
      results.set(text, result);
      setValue(result, i, (result.values[i] ?? 0) + 1);
    }
  }
  return [...results.values()];
}

/** The columns of an aggregation over `count` times. Throws an execution error on a parameter that makes no sense. */
export function aggregate(
  expr: Aggregate,
  columns: readonly Column[],
  parameter: Value | null,
  count: number,
): Column[] {
  const groups = groupBy(expr, columns);
  const reducer = reducers[expr.operator];
  if (reducer) return groups.map((group) => reduceGroup(group, count, (values, length) => reducer(values, 0, length)));
  if (parameter?.type === 'string') return groups.flatMap((group) => countValues(group, count, parameter.value));
  const numbers = parameter?.type === 'scalar' ? parameter.values : new Float64Array(count);
  if (expr.operator === 'quantile') {
    return groups.map((group) =>
      reduceGroup(group, count, (values, length, i) =>
        statistics.quantile(numbers[i] ?? Number.NaN, values, 0, length),
      ),
    );
  }
  const select = selectors[expr.operator];
  if (!select) throw executionError(`unknown aggregation ${expr.operator}`);
  if (numbers.some(Number.isNaN)) {
    throw executionError(`${expr.operator === 'limit_ratio' ? 'Ratio' : 'Parameter'} value is NaN`);
  }
  return groups.flatMap((group) => select(group.members, numbers));
}
