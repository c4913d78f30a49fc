/** The panel of shares of a whole. */
export const pie = {
  share: 'Share',
  others: (count: number) => `${count} others`,
  zero: 'Everything is zero: there is nothing to divide.',
  negative: (name: string, value: string) => `${name} is ${value}. A pie cannot show less than nothing.`,
  infinite: (name: string) => `${name} has no end. A pie cannot show a share of it.`,
  none: 'None of the series has a value.',
  /** Under the total, when a part of it is missing. */
  incomplete: 'without those that have no data',
  summary: (total: string, slices: readonly string[]) => `${total} in all: ${slices.join('; ')}.`,
  slice: (name: string, value: string, share: string) => `${name} ${value}, ${share}`,
} as const;
