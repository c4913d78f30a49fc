/** The panel of rows and columns. */
export const table = {
  filter: 'Filter the rows',
  rows: (shown: number, total: number) =>
    shown === total ? (total === 1 ? '1 row' : `${total} rows`) : `${shown} of ${total} rows`,
  noMatch: 'No row has this text.',
  value: 'Value',
  metric: 'Metric',
  /** Title of a column with the words of its unit. */
  withUnit: (title: string, unit: string) => `${title}, ${unit}`,
  summary: (rows: string, columns: readonly string[], first: string) =>
    `${rows} of ${columns.join(', ')}.${first === '' ? '' : ` First: ${first}.`}`,
} as const;
