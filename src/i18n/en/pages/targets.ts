/** The page of scrape targets. */
export const targets = {
  title: 'Targets',
  loading: 'Asking for the targets',
  choice: { label: 'Show', all: 'All', unhealthy: 'Not up', dropped: 'Dropped' },
  sum: (up: number, down: number, unknown: number) =>
    [`${up} up`, `${down} down`, ...(unknown > 0 ? [`${unknown} not scraped yet`] : [])].join(', '),
  none: 'This server scrapes nothing.',
  allUp: 'Every target is up.',
  noMatch: 'No target fits the filter.',
  up: (up: number, total: number) => `${up} of ${total} up`,
  board: 'Board',
  boardOf: (job: string) => `Board of ${job}`,
  tones: { critical: 'With targets down', info: 'With targets not scraped yet', ok: 'All up' },
  health: { up: 'Up', down: 'Down', unknown: 'Not scraped yet' },
  scraped: (age: string) => `${age} ago`,
  never: 'never scraped',
  took: (duration: string, interval: string | null) =>
    interval === null
      ? `The last scrape took ${duration}`
      : `The last scrape took ${duration}; one is due every ${interval}`,
  discovered: (name: string) => `Labels of ${name} as discovered`,
  discoveredLabels: 'As discovered',
  dropped: (count: number) =>
    count === 0
      ? 'Relabelling drops no target.'
      : `${count} ${count === 1 ? 'target was' : 'targets were'} discovered and dropped by relabelling.`,
} as const;
