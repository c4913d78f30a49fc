import type { HistogramBucket, HistogramSample } from '../../model/frame.ts';
import type { Labels } from '../../model/labels.ts';
import { DecodeError } from '../errors.ts';

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `Array.isArray` that does not make `any` of what is inside. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

export function listAt(value: unknown, path: string): readonly unknown[] {
  if (!isList(value)) throw new DecodeError(path, `a list was expected, not ${kindOf(value)}`);
  return value;
}

/**
 * The number of a sample's text. +Inf, -Inf and NaN are read by name, since `Number('+Inf')` is NaN. Returns null for
 * what is no number: a sample is never made up.
 */
export function sampleValue(text: unknown): number | null {
  if (typeof text !== 'string') return null;
  const value = Number(text);
  // Number('') and Number(' ') are 0, too.
  if (value === 0) return text.trim() === '' ? null : value;
  return Number.isNaN(value) ? namedValue(text) : value;
}

function namedValue(text: string): number | null {
  switch (text) {
    case 'NaN':
      return Number.NaN;
    case '+Inf':
    case 'Inf':
      return Number.POSITIVE_INFINITY;
    case '-Inf':
      return Number.NEGATIVE_INFINITY;
    default:
      return null;
  }
}

export function valueAt(text: unknown, path: string): number {
  const value = sampleValue(text);
  if (value === null) throw new DecodeError(path, `the text of a number was expected, not ${kindOf(text)}`);
  return value;
}

/** Epoch ms of a sample's time in seconds. */
export function timeAt(seconds: unknown, path: string): number {
  if (typeof seconds !== 'number') throw new DecodeError(path, `seconds were expected, not ${kindOf(seconds)}`);
  return Math.round(seconds * 1000);
}

export function labelsAt(value: unknown, path: string): Labels {
  if (!isLabels(value)) throw new DecodeError(path, 'labels were expected: names with texts');
  return value;
}

function isLabels(value: unknown): value is Labels {
  if (!isRecord(value)) return false;
  for (const name in value) if (typeof value[name] !== 'string') return false;
  return true;
}

/** `{count, sum, buckets: [[boundaries, lower, upper, count], ...]}`. */
export function histogramAt(value: unknown, path: string): HistogramSample {
  if (!isRecord(value)) throw new DecodeError(path, `a histogram was expected, not ${kindOf(value)}`);
  // A histogram without observations comes without buckets.
  const buckets = value.buckets === undefined ? [] : listAt(value.buckets, `${path}.buckets`);
  return {
    count: valueAt(value.count, `${path}.count`),
    sum: valueAt(value.sum, `${path}.sum`),
    buckets: buckets.map((bucket, i) => bucketAt(bucket, `${path}.buckets.${i}`)),
  };
}

function bucketAt(value: unknown, path: string): HistogramBucket {
  const [boundaries, lower, upper, count] = listAt(value, path);
  if (boundaries !== 0 && boundaries !== 1 && boundaries !== 2 && boundaries !== 3) {
    throw new DecodeError(`${path}.0`, '0, 1, 2 or 3 was expected');
  }
  return {
    boundaries,
    lower: valueAt(lower, `${path}.1`),
    upper: valueAt(upper, `${path}.2`),
    count: valueAt(count, `${path}.3`),
  };
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 39)}…` : value);
  return Array.isArray(value) ? 'a list' : typeof value;
}
