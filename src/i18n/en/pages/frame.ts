/** What the pages about a server share. */
export const frame = {
  noServer: {
    title: 'No data source is configured.',
    detail: 'Set PROMETHEUS_URL, or data sources in the file MIRANTE_CONFIG, and start Mirante again.',
  },
  retry: 'Try again',
  old: (age: string) => `What is shown is ${age} old.`,
  partial: 'This is not all of it',
  notOffered: {
    title: 'This server does not offer this.',
    detail: 'It speaks Prometheus’s API without this part. Everything else works.',
  },
  roleNeeded: (needed: string, own: string) =>
    `This needs the role ${needed}; yours is ${own}. Whoever runs Mirante sets it with MIRANTE_ROLE.`,
  write: {
    cancel: 'Cancel',
    refused: (server: string) => `${server} refused.`,
    unanswered: (server: string) => `${server} did not answer. Whether it was changed is not known.`,
  },
  long: { more: (characters: number) => `All ${characters} characters`, less: 'Less' },
  filter: {
    label: 'Filter',
    placeholder: 'Filter: any text, or a label such as job="api"',
    remove: (matcher: string) => `Remove ${matcher}`,
    unjudged: 'cannot be judged here',
    clear: 'Clear',
  },
} as const;
