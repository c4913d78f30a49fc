/** The panel that draws series over time. */
export const timeseries = {
  time: 'Time',
  count: (series: number) => (series === 1 ? '1 series.' : `${series} series.`),
  course: (name: string, last: string, min: string, max: string, trend: 'rising' | 'falling' | 'steady') =>
    `${name}: ${last}, between ${min} and ${max}, ${trend}.`,
  noFigures: (name: string) => `${name}: no figures in this range.`,
  others: (count: number) => (count === 1 ? 'And 1 more.' : `And ${count} more.`),
} as const;
