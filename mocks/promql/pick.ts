import { labelsKey } from '../../src/model/labels.ts';
import { executionError } from './errors.ts';
import { ascending, descending } from './statistics.ts';
import { type Column, emptyColumn } from './values.ts';

/** Of a group's series, those an aggregation keeps at each time, as they are; the parameter holds one for each time. */
type Select = (members: readonly Column[], parameter: Float64Array) => Column[];

/** Copies of the columns with the values for which `keep` says so, at each time, of those present then. */
function pick(
  members: readonly Column[],
  count: number,
  keep: (there: readonly Column[], index: number) => Iterable<Column>,
) {
  const results = new Map<Column, Column>();
  for (let i = 0; i < count; i++) {
    const there = members.filter((member) => member.present[i] === 1);
    for (const member of keep(there, i)) {
      const result = results.get(member) ?? emptyColumn(member.labels, count, member.dropName);
      results.set(member, result);
      result.values[i] = member.values[i] ?? 0;
      result.present[i] = 1;
    }
  }
  return [...results.values()];
}

/** How many series to keep. Throws an execution error on what no integer of 64 bits holds. */
function countOf(parameter: Float64Array, index: number): number {
  const value = parameter[index] ?? 0;
  if (Math.abs(value) >= 2 ** 63) {
    throw executionError(`Scalar value ${value} ${value > 0 ? 'over' : 'under'}flows int64`);
  }
  return Math.max(0, Math.trunc(value));
}

const ranked =
  (order: (a: number, b: number) => number): Select =>
  (members, parameter) =>
    pick(members, parameter.length, (there, i) =>
      [...there].sort((a, b) => order(a.values[i] ?? 0, b.values[i] ?? 0)).slice(0, countOf(parameter, i)),
    );

/** NaN is the last to be chosen from the bottom too. */
const smallestFirst = (a: number, b: number): number =>
  Number.isNaN(a) || Number.isNaN(b) ? Number(Number.isNaN(a)) - Number(Number.isNaN(b)) : ascending(a, b);

/** A place between 0 and 1 that a series keeps for ever: FNV-1a of its labels, finally mixed. */
function placeOf({ labels }: Column): number {
  let hash = 0x811c9dc5;
  for (const char of labelsKey(labels)) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** Series whose place is below the ratio; with a negative one, exactly those that 1 + ratio leaves out. */
const limitRatio: Select = (members, parameter) => {
  const places = new Map(members.map((member) => [member, placeOf(member)]));
  return pick(members, parameter.length, (there, i) => {
    const ratio = parameter[i] ?? Number.NaN;
    return there.filter((member) => {
      const place = places.get(member) ?? 0;
      return ratio >= 0 ? place < ratio : place >= 1 + ratio;
    });
  });
};

export const selectors: Readonly<Record<string, Select>> = {
  topk: ranked(descending),
  bottomk: ranked(smallestFirst),
  limitk: (members, parameter) => pick(members, parameter.length, (there, i) => there.slice(0, countOf(parameter, i))),
  limit_ratio: limitRatio,
};
