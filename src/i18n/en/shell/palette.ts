/** The command palette. */
export const palette = {
  label: 'Search and commands',
  placeholder: 'Boards, panels, metrics, targets, alerts, actions',
  close: 'Close',
  groups: {
    recent: 'Recent',
    boards: 'Boards',
    pages: 'Pages',
    actions: 'Actions',
    ranges: 'Time range',
    panels: 'Panels',
    alerts: 'Alerts',
    targets: 'Targets',
    metrics: 'Metrics',
  },
  loading: 'Loading',
  more: (count: number) => `Show more (${count})`,
  failed: (reason: string) => `${reason} Try again`,
  boardsFailed: (count: number) =>
    count === 1 ? 'One board could not be read.' : `${count} boards could not be read.`,
  nothing: 'Nothing matches.',
  count: (count: number) => (count === 1 ? '1 result' : `${count} results`),
  boardOf: (job: string) => `Board of the job ${job}`,
  wallOf: (system: string) => `Wall display of ${system}`,
  themeIs: (theme: string) => `Theme: ${theme}`,
  languageIs: (language: string) => `Language: ${language}`,
  copyLink: 'Copy the link to this page',
  copied: 'The link is copied.',
  up: (up: number, all: number) => `${up} of ${all} up`,
  health: { up: 'up', down: 'down', unknown: 'not scraped yet' },
  alert: (firing: number, pending: number) =>
    [firing > 0 ? `${firing} firing` : '', pending > 0 ? `${pending} pending` : ''].filter(Boolean).join(', ') ||
    'not active',
  keys: { move: 'to move', choose: 'to choose', tab: 'in a new tab' },
} as const;
