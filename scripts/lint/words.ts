import type { LintRule } from '../../src/prometheus/lint/finding.ts';

/** What is wrong and what to do, by rule; `unknown-unit` is found in dashboards only. */
export const words: Readonly<Record<LintRule | 'unknown-unit', string>> = {
  'rate-of-gauge': 'takes a gauge for a counter: each fall would be read as a restart. Use deriv or delta.',
  'gauge-function-of-counter':
    'takes a counter for a gauge: each restart would be read as a fall. Use rate or increase.',
  'ratio-to-itself':
    'is divided by itself label for label, so the ratio is 1 wherever there is one. Aggregate both sides, or use on().',
  'unmatched-ratio':
    'have no label set in common, so nothing matches. Aggregate both sides, or use on() or ignoring().',
  'quantile-without-le': 'is given buckets without their le. Keep it: sum by (le, ...).',
  'quantile-per-series':
    'gives a quantile for each series, which cannot be summed up later. Sum the buckets: sum by (le, ...).',
  'short-window': 'is shorter than four scrapes: one that is missed empties it. Use $__rate_interval, or a longer one.',
  'absence-as-zero':
    'paints what nobody measured as zero. Leave it absent, or fill with something measured: or 0 * total.',
  'unknown-metric': 'is exported by nobody.',
  'unknown-unit': 'is no unit that Mirante knows. For free text write suffix:...',
};
