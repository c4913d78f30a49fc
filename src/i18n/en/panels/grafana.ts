/** The panel that frames Grafana. */
export const grafana = {
  notSet: 'Mirante does not know where Grafana is.',
  whatToSet: 'Set GRAFANA_URL to its address, for example https://grafana.example.org, and start Mirante again.',
  loading: (host: string) => `Loading from ${host}`,
  frameTitle: (title: string) => `${title}, from Grafana`,
  summary: (host: string) => `Drawn by Grafana at ${host}.`,
  address: 'Address',
} as const;
