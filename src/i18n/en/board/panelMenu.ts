/** What can be done with a panel. */
export const panelMenu = {
  label: (title: string) => `Menu of ${title}`,
  viewAlone: 'View alone',
  backToBoard: 'Back to the board',
  inspect: 'Inspect',
  explore: 'Explore',
  openInGrafana: 'Open in Grafana',
  grafanaNotSet: 'Open in Grafana: set GRAFANA_URL first',
  copyLink: 'Copy link',
  copyEmbed: 'Copy embed code',
  csv: 'Save as CSV',
  png: 'Save as PNG',
} as const;
