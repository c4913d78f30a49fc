/** What is wrong with an expression and what to do, after what it is about. By rule of the linter. */
export const lint = {
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
  'short-window': 'is shorter than four scrapes: one that is missed empties it. Choose a longer one.',
  'absence-as-zero':
    'paints what nobody measured as zero. Leave it absent, or fill with something measured: or 0 * total.',
  'unknown-metric': 'is a name that no series of this server has now.',
} as const;
