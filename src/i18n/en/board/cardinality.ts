/** Ways to ask for fewer series, where a panel could not show all. */
export const cardinality = {
  tooMany: 'Too many series. Ask for fewer:',
  top: (count: number) => `Top ${count}`,
  topPerStep: (count: number) => `Top ${count} at each step`,
  topPerStepAdvice: (count: number) =>
    `The ${count} largest at each point in time: over the range that may be more lines.`,
  sum: (label: string) => `Sum by ${label}`,
  sumAdvice: (values: number) => `${values} values were seen; there may be more.`,
  showsTop: (count: number) => `Only the ${count} largest are asked for.`,
  showsTopPerStep: (count: number) => `Only the ${count} largest at each step are asked for.`,
  showsSum: (label: string) => `The sum by ${label} is asked for.`,
  undo: 'Undo',
} as const;
