import type { Labels } from '../../src/model/labels.ts';
import { labelsKey } from '../../src/model/labels.ts';
import type { Binary, Matching } from './ast.ts';
import { executionError } from './errors.ts';
import { dropLabels, formatLabels, keepLabels, labelValue, metricName, withLabel } from './labels.ts';
import type { Meter } from './meter.ts';
import { arithmetic, type Operation, operationOf } from './operators.ts';
import { type Column, type Context, emptyColumn, mapColumn, setValue, type Value } from './values.ts';

const nameOnly: ReadonlySet<string> = new Set([metricName]);

/** The value of a binary expression but a set operator, of its sides' values over `count` times. */
export function evaluateBinary(expr: Binary, left: Value, right: Value, { meter }: Context, count: number): Value {
  const operation = operationOf(expr.operator, expr.bool);
  const dropName = expr.bool || arithmetic[expr.operator] !== undefined;
  if (left.type === 'scalar' && right.type === 'scalar') {
    return { type: 'scalar', values: left.values.map((a, i) => operation(a, right.values[i] ?? 0, a) ?? Number.NaN) };
  }
  if (left.type === 'vector' && right.type === 'scalar') {
    const compute = (a: number, i: number): number | undefined => operation(a, right.values[i] ?? 0, a);
    const columns = left.columns.map((column) => mapColumn(column, compute, column.dropName || dropName));
    return { type: 'vector', columns };
  }
  if (left.type === 'scalar' && right.type === 'vector') {
    const compute = (b: number, i: number): number | undefined => operation(left.values[i] ?? 0, b, b);
    const columns = right.columns.map((column) => mapColumn(column, compute, column.dropName || dropName));
    return { type: 'vector', columns };
  }
  if (left.type !== 'vector' || right.type !== 'vector') throw executionError('operands of unfit types');
  return {
    type: 'vector',
    columns: new Join(expr, operation, dropName, meter, count).run(left.columns, right.columns),
  };
}

/** The labels two series are matched by. */
function matchingLabels({ on, labels }: Matching, series: Labels): Labels {
  const names = new Set(labels);
  return on ? keepLabels(series, names) : dropLabels(series, names.add(metricName));
}

/** Series by the text of their matching labels. */
export function bySignature(matching: Matching, columns: readonly Column[]): Map<string, Column[]> {
  const groups = new Map<string, Column[]>();
  for (const column of columns) {
    const key = labelsKey(matchingLabels(matching, column.labels));
    const group = groups.get(key);
    if (group) group.push(column);
    else groups.set(key, [column]);
  }
  return groups;
}

/** Whether any of the columns has a value at each time. */
export function anyPresent(columns: readonly Column[], count: number): Uint8Array {
  const present = new Uint8Array(count);
  for (const column of columns) {
    for (let i = 0; i < count; i++) if (column.present[i] === 1) present[i] = 1;
  }
  return present;
}

/** Joins two vectors series by series. The side that may have many series for one of the other is called `many`. */
class Join {
  private readonly expr: Binary;
  private readonly operation: Operation;
  private readonly dropName: boolean;
  private readonly meter: Meter;
  private readonly count: number;
  private readonly results = new Map<string, Column>();

  constructor(expr: Binary, operation: Operation, dropName: boolean, meter: Meter, count: number) {
    this.expr = expr;
    this.operation = operation;
    this.dropName = dropName;
    this.meter = meter;
    this.count = count;
  }

  run(left: readonly Column[], right: readonly Column[]): Column[] {
    const { matching } = this.expr;
    const swapped = matching.group === 'right';
    const many = swapped ? right : left;
    const one = swapped ? left : right;
    const manyThere = anyPresent(many, this.count);
    const manyBySignature = bySignature(matching, many);
    for (const [signature, candidates] of bySignature(matching, one)) {
      this.refuseDuplicates(candidates, manyThere);
      const taken = new Uint8Array(this.count);
      for (const member of manyBySignature.get(signature) ?? []) {
        for (const candidate of candidates) this.combine(member, candidate, taken);
      }
    }
    return [...this.results.values()];
  }

  private refuseDuplicates(candidates: readonly Column[], needed: Uint8Array): void {
    if (candidates.length < 2) return;
    for (let i = 0; i < this.count; i++) {
      const [first, second] = needed[i] === 1 ? candidates.filter(({ present }) => present[i] === 1) : [];
      if (!first || !second) continue;
      const side = this.expr.matching.group === 'right' ? 'left' : 'right';
      const group = formatLabels(matchingLabels(this.expr.matching, first.labels));
      const pair = `[${[first, second]
        .map(({ labels }) => formatLabels(labels))
        .sort()
        .join(', ')}]`;
      throw executionError(
        `found duplicate series for the match group ${group} on the ${side} hand-side of the operation: ${pair};many-to-many matching not allowed: matching labels must be unique on one side`,
      );
    }
  }

  /** Writes the results of a pair; `taken` marks the times at which its match group has met one. */
  private combine(many: Column, one: Column, taken: Uint8Array): void {
    this.meter.work(this.count);
    const { group } = this.expr.matching;
    const labels = this.resultLabels(many.labels, one.labels);
    const key = labelsKey(labels);
    let result = this.results.get(key);
    for (let i = 0; i < this.count; i++) {
      if (many.present[i] !== 1 || one.present[i] !== 1) continue;
      const a = many.values[i] ?? 0;
      const b = one.values[i] ?? 0;
      if (group === null && taken[i] === 1) {
        throw executionError(
          'multiple matches for labels: many-to-one matching must be explicit (group_left/group_right)',
        );
      }
      taken[i] = 1;
      const value = group === 'right' ? this.operation(b, a, b) : this.operation(a, b, a);
      if (value === undefined) continue;
      result ??= emptyColumn(labels, this.count, this.dropName || many.dropName);
      if (result.present[i] === 1) {
        throw executionError('multiple matches for labels: grouping labels must ensure unique matches');
      }
      setValue(result, i, value);
    }
    if (result) this.results.set(key, result);
  }

  private resultLabels(many: Labels, one: Labels): Labels {
    const { on, labels: names, group, include } = this.expr.matching;
    let labels = this.dropName ? dropLabels(many, nameOnly) : many;
    if (group === null) labels = on ? keepLabels(labels, new Set(names)) : dropLabels(labels, new Set(names));
    for (const name of include) labels = withLabel(labels, name, labelValue(one, name));
    return labels;
  }
}
