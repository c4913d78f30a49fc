import { RE2JS } from 're2js';
import { parseDuration } from '../../../../src/model/duration.ts';
import {
  humanize,
  humanize1024,
  humanizeDuration,
  humanizePercentage,
  humanizeTimestamp,
  toFloat,
} from './humanize.ts';
import { show, sprint, sprintf } from './printf.ts';
import { isList, isTrue, type TemplateStruct, type TemplateValue, typeName } from './value.ts';

/** What functions know besides their arguments. */
export interface Environment {
  /** Epoch ms. */
  readonly time: number;
  readonly query: (text: string) => readonly TemplateStruct[];
}

/** A function of templates. It throws an Error, whose message says what is wrong. */
type TemplateFunction = (args: readonly TemplateValue[], environment: Environment) => TemplateValue;

const wrongType = (wanted: string, value: TemplateValue): Error =>
  new Error(`wrong type for value; expected ${wanted}; got ${typeName(value)}`);

function text(value: TemplateValue): string {
  if (typeof value !== 'string') throw wrongType('string', value);
  return value;
}

function list(value: TemplateValue): readonly TemplateValue[] {
  if (!isList(value)) throw wrongType('template.queryResult', value);
  return value;
}

function sampleOf(value: TemplateValue): TemplateStruct {
  if (value === null || typeof value !== 'object' || isList(value) || value.kind !== 'struct') {
    throw wrongType('*template.sample', value);
  }
  return value;
}

function labelOf(sample: TemplateStruct, name: string): string {
  const labels = sample.fields.Labels;
  if (labels === null || typeof labels !== 'object' || isList(labels) || labels.kind !== 'map') return '';
  return Object.hasOwn(labels.entries, name) ? (labels.entries[name] ?? '') : '';
}

/** A function of exactly as many arguments as it reads. */
function fixed(count: number, call: TemplateFunction): TemplateFunction {
  return (args, environment) => {
    if (args.length !== count) throw new Error(`wrong number of args: want ${count} got ${args.length}`);
    return call(args, environment);
  };
}

const ofText = (call: (value: string) => TemplateValue): TemplateFunction =>
  fixed(1, ([value = null]) => call(text(value)));
const ofFloat = (call: (value: number) => TemplateValue): TemplateFunction =>
  fixed(1, ([value = null]) => call(toFloat(value)));

/** How two values of one type compare, below, at or above 0; NaN: not at all. */
function order(a: TemplateValue, b: TemplateValue): number {
  if (typeName(a) !== typeName(b)) throw new Error('incompatible types for comparison');
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : Number(a > b);
  if (typeof a === 'bigint' && typeof b === 'bigint') return a < b ? -1 : Number(a > b);
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : a === b ? 0 : Number.NaN;
  throw new Error('invalid type for comparison');
}

function equal(a: TemplateValue, b: TemplateValue): boolean {
  if (typeof a === 'boolean' || a === null || b === null) return a === b;
  return order(a, b) === 0;
}

const comparison = (holds: (order: number) => boolean): TemplateFunction =>
  fixed(2, ([a = null, b = null]) => holds(order(a, b)));

/** Every match of an RE2 expression replaced; `$1` and `${name}` stand for groups. */
function replaceAll(pattern: string, replacement: string, subject: string): string {
  const regex = RE2JS.compile(pattern);
  const names = regex.namedGroups();
  const matcher = regex.matcher(subject);
  let result = '';
  let last = 0;
  while (matcher.find()) {
    result += subject.slice(last, matcher.start());
    result += replacement.replace(/\$(?:\$|\{(\w+)\}|(\w+))/g, (whole, braced?: string, plain?: string) => {
      if (whole === '$$') return '$';
      const group = braced ?? plain ?? '';
      const number = /^\d+$/.test(group) ? Number(group) : Object.hasOwn(names, group) ? names[group] : undefined;
      return number === undefined || number > matcher.groupCount() ? '' : (matcher.group(number) ?? '');
    });
    last = matcher.end();
  }
  return result + subject.slice(last);
}

/** The host of `host:port`; other texts as they are. */
function stripPort(address: string): string {
  const [, bracketed, plain] = /^(?:\[([^\]]*)\]|([^:[\]]*)):[^:[\]]*$/.exec(address) ?? [];
  return bracketed ?? plain ?? address;
}

function seconds(duration: string): number {
  const negative = duration.startsWith('-');
  const ms = parseDuration(negative ? duration.slice(1) : duration);
  if (ms === null) throw new Error(`not a valid duration string: ${JSON.stringify(duration)}`);
  return (negative ? -ms : ms) / 1000;
}

function entry(collection: TemplateValue, key: TemplateValue): TemplateValue {
  if (isList(collection)) {
    const found = typeof key === 'bigint' ? collection[Number(key)] : undefined;
    if (found === undefined) throw new Error(`index out of range: ${show(key)}`);
    return found;
  }
  if (collection === null || typeof collection !== 'object' || collection.kind !== 'map') {
    throw new Error(`can't index item of type ${typeName(collection)}`);
  }
  const name = text(key);
  return Object.hasOwn(collection.entries, name) ? (collection.entries[name] ?? '') : '';
}

function size(value: TemplateValue): bigint {
  if (typeof value === 'string') return BigInt(new TextEncoder().encode(value).length);
  if (isList(value)) return BigInt(value.length);
  if (value !== null && typeof value === 'object' && value.kind === 'map') {
    return BigInt(Object.keys(value.entries).length);
  }
  throw new Error(`len of type ${typeName(value)}`);
}

/** All but `and` and `or`, which do not always read all of their arguments. */
export const functions: Readonly<Record<string, TemplateFunction>> = {
  query: fixed(1, ([expr = null], { query }) => query(text(expr))),
  first: fixed(1, ([results = null]) => {
    const [first] = list(results);
    if (first === undefined) throw new Error('first() called on vector with no elements');
    return first;
  }),
  value: fixed(1, ([sample = null]) => sampleOf(sample).fields.Value ?? null),
  label: fixed(2, ([name = null, sample = null]) => labelOf(sampleOf(sample), text(name))),
  strvalue: fixed(1, ([sample = null]) => labelOf(sampleOf(sample), '__value__')),
  sortByLabel: fixed(2, ([name = null, results = null]) => {
    const key = (sample: TemplateValue): string => labelOf(sampleOf(sample), text(name));
    return list(results).toSorted((a, b) => order(key(a), key(b)));
  }),
  humanize: ofFloat(humanize),
  humanize1024: ofFloat(humanize1024),
  humanizeDuration: ofFloat(humanizeDuration),
  humanizePercentage: ofFloat(humanizePercentage),
  humanizeTimestamp: ofFloat(humanizeTimestamp),
  title: ofText((value) => value.replace(/(?<![\p{L}\p{N}'])\p{L}/gu, (letter) => letter.toUpperCase())),
  toUpper: ofText((value) => value.toUpperCase()),
  toLower: ofText((value) => value.toLowerCase()),
  reReplaceAll: fixed(3, ([pattern = null, replacement = null, subject = null]) =>
    replaceAll(text(pattern), text(replacement), text(subject)),
  ),
  match: fixed(2, ([pattern = null, subject = null]) => RE2JS.compile(text(pattern)).matcher(text(subject)).find()),
  stripPort: ofText(stripPort),
  parseDuration: ofText(seconds),
  now: fixed(0, (_, { time }) => time / 1000),
  printf: ([format = null, ...args]) => sprintf(text(format), args),
  print: sprint,
  println: (args) => `${args.map(show).join(' ')}\n`,
  len: fixed(1, ([value = null]) => size(value)),
  index: ([collection = null, ...keys]) => keys.reduce(entry, collection),
  not: fixed(1, ([value = null]) => !isTrue(value)),
  eq: ([first = null, ...others]) => {
    if (others.length === 0) throw new Error('missing argument for comparison');
    return others.some((other) => equal(first, other));
  },
  ne: fixed(2, ([a = null, b = null]) => !equal(a, b)),
  lt: comparison((sign) => sign < 0),
  le: comparison((sign) => sign <= 0),
  gt: comparison((sign) => sign > 0),
  ge: comparison((sign) => sign >= 0),
};
