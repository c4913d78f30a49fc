import type { Labels } from '../../src/model/labels.ts';
import { labelsKey } from '../../src/model/labels.ts';
import type { Aggregate } from './ast.ts';
import { executionError } from './errors.ts';
import { dropLabels, keepLabels, metricName, withLabel } from './labels.ts';
import { formatFloat } from './literals.ts';
import type { Meter } from './meter.ts';
import { selectors } from './pick.ts';
import * as statistics from './statistics.ts';
import { type Column, type Context, emptyColumn, setValue, type Value } from './values.ts';

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

/** What of a series' labels tells its group from the others. */
function groupingOf({ labels: names, without }: Aggregate): (labels: Labels) => Labels {
  const chosen = new Set(without ? [...names, metricName] : names);
  return (labels) => (without ? dropLabels(labels, chosen) : keepLabels(labels, chosen));
}

function groupBy(expr: Aggregate, columns: readonly Column[]): Group[] {
  const grouped = groupingOf(expr);
  const groups = new Map<string, { labels: Labels; members: Column[] }>();
  for (const column of columns) {
    const labels = grouped(column.labels);
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

/** How many series have each value. The label with the value is written before series are grouped. */
function countValues(
  expr: Aggregate,
  columns: readonly Column[],
  count: number,
  label: string,
  meter: Meter,
): Column[] {
  const grouped = groupingOf(expr.without ? expr : { ...expr, labels: [...expr.labels, label] });
  const results = new Map<string, Column>();
  for (const { labels, values, present, dropName } of columns) {
    const ofValue = new Map<string, Column>();
    for (let i = 0; i < count; i++) {
      if (present[i] !== 1) continue;
      const text = formatFloat(values[i] ?? 0);
      const result = ofValue.get(text) ?? resultFor(withLabel(labels, label, text), dropName);
      ofValue.set(text, result);
      setValue(result, i, (result.values[i] ?? 0) + 1);
    }
  }
  return [...results.values()];

  function resultFor(labels: Labels, dropName: boolean): Column {
    const left = grouped(labels);
    const key = labelsKey(left);
    const held = results.get(key);
    if (held) return held;
    const result = emptyColumn(left, count, dropName);
    results.set(key, result);
    // Columns as long as the grid for values that may come once: what counts is the room they take.
    meter.hold(count);
    meter.work(count);
    return result;
  }
}

/** The columns of an aggregation over `count` times. Throws an execution error on a parameter that makes no sense. */
export function aggregate(
  expr: Aggregate,
  columns: readonly Column[],
  parameter: Value | null,
  { meter, annotations }: Context,
  count: number,
): Column[] {
  if (parameter?.type === 'string') return countValues(expr, columns, count, parameter.value, meter);
  const groups = groupBy(expr, columns);
  const reducer = reducers[expr.operator];
  if (reducer) return groups.map((group) => reduceGroup(group, count, (values, length) => reducer(values, 0, length)));
  const numbers = parameter?.type === 'scalar' ? parameter.values : new Float64Array(count);
  const { from } = expr.parameter ?? expr;
  if (expr.operator === 'quantile') {
    annotations.quantiles(numbers, from);
    return groups.map((group) =>
      reduceGroup(group, count, (values, length, i) =>
        statistics.quantileOfSorted(numbers[i] ?? Number.NaN, statistics.sortAscending(values.subarray(0, length))),
      ),
    );
  }
  const select = selectors[expr.operator];
  if (!select) throw executionError(`unknown aggregation ${expr.operator}`);
  if (numbers.some(Number.isNaN)) {
    throw executionError(`${expr.operator === 'limit_ratio' ? 'Ratio' : 'Parameter'} value is NaN`);
  }
  if (expr.operator === 'limit_ratio') annotations.ratios(numbers, from);
  return groups.flatMap((group) => select(group.members, numbers));
}
