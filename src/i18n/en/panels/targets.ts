/** The panel that lists scrape targets. */
export const targets = {
  none: 'This server scrapes nothing.',
  up: (up: number, total: number) => (total === 0 ? 'no targets' : `${up} of ${total} up`),
  health: { up: 'up', down: 'down', unknown: 'not scraped yet' },
  scraped: (age: string) => `scraped ${age} ago`,
  neverScraped: 'never scraped',
  summary: (up: string, down: readonly string[]) => (down.length === 0 ? `${up}.` : `${up}. Down: ${down.join(', ')}.`),
  columns: { job: 'Job', instance: 'Target', health: 'Health', scraped: 'Last scrape', error: 'Last error' },
} as const;
