/** The panel that shows large figures. */
export const stat = {
  of: (whole: string) => `of ${whole}`,
  limit: (value: string) => `limit ${value}`,
  below: (value: string) => `below ${value}`,
  sinceYesterday: 'since yesterday',
  sinceLastWeek: 'since last week',
  within: (age: string) => `in ${age}`,
  directions: { up: 'up', down: 'down', same: 'unchanged' },
  others: (count: number) => (count === 1 ? 'And 1 more.' : `And ${count} more.`),
  endedColumn: 'Ended',
} as const;
