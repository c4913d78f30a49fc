/** What the pages about a server share. */
export const frame = {
  noServer: {
    title: 'No data source is configured.',
    detail: 'Set PROMETHEUS_URL, or data sources in the file MIRANTE_CONFIG, and start Mirante again.',
  },
  retry: 'Try again',
  old: (age: string) => `What is shown is ${age} old.`,
  filter: {
    label: 'Filter',
    placeholder: 'Filter: any text, or a label such as job="api"',
    remove: (matcher: string) => `Remove ${matcher}`,
    clear: 'Clear',
  },
} as const;
