/** Something that Debian's Prometheus 2.42 answers otherwise than Prometheus 3, whose semantics the embedded one has. */
export interface VersionDifference {
  readonly what: string;
  /** What the two do. */
  readonly reason: string;
  /** Why no comparison meets it. */
  readonly avoidedBy: string;
  /** No generated expression looks like this. */
  readonly pattern?: RegExp;
}

/** All that is kept out of the comparison, and why. A difference that is not here is a fault. */
export const versionDifferences: readonly VersionDifference[] = [
  {
    what: 'a sample on the left edge of a window',
    reason: '2.42 counts it in, 3 does not; so for ranges as for the lookback of an instant selector',
    avoidedBy: 'samples lie a quarter of a second past a whole one, edges never do',
  },
  {
    what: "a subquery's time on its left edge",
    reason: 'the same, for the times at which the inner expression is evaluated: multiples of its step',
    avoidedBy:
      'evaluation at three quarters of a second; subqueries in subqueries are three tenths longer than whole seconds',
  },
  {
    what: "a metric's name after a function that drops it",
    reason: '2.42 drops it at once, 3 can at the very end, so that there label functions and groupings still see it',
    avoidedBy: 'no expression reads the name of what it has computed',
    pattern: /label_(replace|join)\(.*"__name__"|(by|without) \([^)]*__name__/,
  },
  {
    what: 'series of several names that a function makes alike',
    reason: '2.42 refuses them at once, 3 only where they are alike at the very end',
    avoidedBy: 'selections of several names are only aggregated, filtered by, or shown',
    pattern: /_over_time\(\{__name__=~|(rate|increase)\(\{__name__=~/,
  },
  {
    what: 'a counter that begins in a window, near zero',
    reason:
      '3 starts it at most half a distance between samples before the first one, 2.42 where the line to zero says',
    avoidedBy:
      "rates are taken of the fleet's counters only, whose first sample is at zero or next to it; by subqueries, whose first may be later, of those that neither come nor go",
  },
  {
    what: 'predict_linear of a window held by @, over a range',
    reason: '2.42 reads the window anew for each time and loses samples on the way',
    avoidedBy: 'predict_linear stands without @',
    pattern: /predict_linear\([^()]*@/,
  },
  {
    what: 'timestamp of a selector held by @',
    reason: '2.42 gives the time of evaluation, 3 that of the sample',
    avoidedBy: 'timestamp stands without @',
    pattern: /timestamp\([^()]*@/,
  },
  {
    what: 'which of equal series topk and bottomk keep',
    reason: 'neither says so, and both depend on the order that series are read in',
    avoidedBy: 'only metrics whose series differ are ranked, or what is kept is summed up',
  },
  {
    what: 'the last digits of sums and means',
    reason: '3 adds with compensation, 2.42 does not, and series come in another order',
    avoidedBy: 'the tolerance; and nothing that jumps is asked of them, see Phrase.exact',
  },
  {
    what: 'stddev and stdvar of a group whose first value is NaN or infinite',
    reason: '2.42 takes the first value for the mean and its spread for nought, 3 gives NaN',
    avoidedBy: 'they are taken of samples, of which all are numbers',
  },
  {
    what: 'count_values by three or more labels, over a range',
    reason: '2.42 mixes up the labels from the second time on',
    avoidedBy: 'count_values stands with two labels at most',
    pattern: /count_values by \([^,)]*,[^,)]*,/,
  },
  {
    what: 'names of labels with any character',
    reason: '2.42 refuses what is not a letter, digit or underscore, 3 takes any text',
    avoidedBy: 'labels are named the old way',
  },
  {
    what: 'double_exponential_smoothing',
    reason: '2.42 knows it as holt_winters only, 3 does not know that name',
    avoidedBy: 'neither is written',
    pattern: /holt_winters|double_exponential_smoothing/,
  },
  {
    what: 'functions that are newer than 2.42',
    reason: '2.42 does not know them',
    avoidedBy: 'they are not written',
    pattern:
      /sort_by_label|limitk|limit_ratio|mad_over_time|first_over_time|ts_of_|histogram_fraction|histogram_quantiles/,
  },
  {
    what: 'numbers where durations stand, and durations where numbers stand',
    reason: '3 reads one as the other, 2.42 refuses it',
    avoidedBy: 'ranges, steps and offsets have units',
    pattern: /\[\d+(:|\])|offset -?\d+( |$|\))/,
  },
  {
    what: 'what Prometheus notes of each scrape, but for up',
    reason: 'a past that was written from outside has none of it',
    avoidedBy: 'a selection by job alone leaves scrape_… out',
  },
  {
    what: 'staleness markers',
    reason: 'a past that was written from outside cannot have them',
    avoidedBy: 'the embedded one is told to have none either; those of real scrapes are for tests of the store',
  },
];
