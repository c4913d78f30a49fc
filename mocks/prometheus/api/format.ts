import type { Labels } from '../../../src/model/labels.ts';

/** A sample's value as Prometheus writes it in JSON: JavaScript's shortest form, which changes to exponents where Go does. */
export function formatSample(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  return Object.is(value, -0) ? '-0' : String(value);
}

/** An alert's value: always with an exponent of at least two digits, as in `1e+00`. */
export function formatAlertValue(value: number): string {
  if (!Number.isFinite(value)) return formatSample(value);
  return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
}

/** Epoch ms as the API's seconds: with three decimals, or none. */
export function formatTime(time: number): string {
  const rest = ((time % 1000) + 1000) % 1000;
  return rest === 0 ? String(time / 1000) : (time / 1000).toFixed(3);
}

/** Epoch ms as RFC 3339, as in `2026-01-15T12:00:00.5Z`. */
export function formatDate(time: number): string {
  return new Date(time).toISOString().replace(/\.?0*Z$/, 'Z');
}

/** The labels in the order of their names, as the API writes them. */
export function sortedLabels(labels: Labels): Labels {
  return Object.fromEntries(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
}
