/** Legends, tooltips and axes of charts. */
export const charts = {
  /** Names the slider over time that a chart is to a screen reader. */
  pointer: (title: string) => `${title}: figures by time`,
  moreSeries: (count: number) => (count === 1 ? 'and 1 more series' : `and ${count} more series`),
  legend: (title: string) => `Series of ${title}`,
  seriesColumn: 'series',
  statistics: { last: 'last', min: 'min', mean: 'mean', max: 'max', sum: 'sum' },
  /** A last figure that is not of now. */
  endedAt: (figure: string, time: string) => `${figure} at ${time}`,
  isolateHint: 'Click: only this series. Ctrl-click: hide or show it.',
  /** An absent sample. */
  noData: 'no data',
  /** Of a cell of a heat chart, and of all cells of its column. */
  share: 'share',
  total: 'all',
  /** Of a state chart. */
  since: (time: string) => `since ${time}`,
  sinceBefore: (time: string) => `since before ${time}`,
  between: (from: string, to: string) => `${from} to ${to}`,
  ended: (time: string) => `ended ${time}`,
  /** `time` is '' where it is not known. */
  down: (time: string) => (time === '' ? 'target down' : `target down, ended ${time}`),
  duration: 'duration',
  atLeast: (duration: string) => `at least ${duration}`,
  moreStates: (count: number) => (count === 1 ? 'and 1 more state' : `and ${count} more states`),
  rowsShown: (first: number, last: number, total: number) => `Rows ${first} to ${last} of ${total}`,
  rowsBefore: 'Rows before',
  rowsAfter: 'Rows after',
  moreRows: (count: number, states: string) => `+${count} more: ${states}`,
} as const;
