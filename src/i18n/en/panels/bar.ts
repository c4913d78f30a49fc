/** The panel of bars. */
export const bar = {
  /** `names` have no finite value. */
  missing: (names: readonly string[]) => `No value: ${names.join(', ')}.`,
  none: 'None of the series has a value.',
  summary: (count: number, first: readonly string[]) =>
    `${count === 1 ? '1 bar' : `${count} bars`}: ${first.join('; ')}${count > first.length ? '; and more' : ''}.`,
  category: 'Category',
} as const;
