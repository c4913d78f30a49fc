/** The panel that draws histograms over time. */
export const heatmap = {
  /** From 0 to 1. */
  quantile: (quantile: number) => `p${Number((quantile * 100).toPrecision(6))}`,
  /** Of cells as wide as several steps, a duration each. */
  meanOf: (step: string) => `cells: mean of steps of ${step}`,
  count: (buckets: number) => (buckets === 1 ? '1 bucket.' : `${buckets} buckets.`),
  most: (bucket: string) => `Most values are in ${bucket}.`,
  last: (lines: string) => `Last: ${lines}.`,
  problems: {
    nothing: 'No buckets',
    native: 'Native histograms are not drawn yet',
    'no-le': 'These series are not buckets',
    several: 'These are buckets of several histograms',
  },
  advice: {
    nothing: 'The query for the buckets gave no series.',
    native: 'A heatmap draws classic histograms: series with the label le.',
    'no-le': 'Each series needs a bound in the label le. Keep it: sum by (le) (rate(…_bucket[…])).',
    several: 'Each bound came more than once. Add them up: sum by (le) (rate(…_bucket[…])).',
  },
} as const;
