/** The panel that draws states over time. */
export const stateTimeline = {
  rows: (count: number) => (count === 1 ? '1 row.' : `${count} rows.`),
  ended: (name: string, time: string) => `${name}: ended at ${time}.`,
  /** `since` is said of the state. */
  is: (name: string, state: string, since: string) => `${name}: ${state}${since && ` ${since}`}.`,
  others: (count: number) => (count === 1 ? 'And 1 more.' : `And ${count} more.`),
  /** Column heads of the table twin. */
  state: 'State',
  from: 'From',
  to: 'To',
  duration: 'Duration',
} as const;
