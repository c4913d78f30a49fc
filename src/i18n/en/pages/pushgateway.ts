/** The page of what was pushed. */
export const pushgateway = {
  title: 'Pushgateway',
  loading: (name: string) => `Asking ${name} for its groups`,
  missing: {
    title: 'No Pushgateway is configured.',
    detail:
      'Set PUSHGATEWAY_URL, or Pushgateways in the file MIRANTE_CONFIG, and start Mirante again. What they push is on the boards all the same, once Prometheus scrapes them.',
  },
  other: 'No Pushgateway belongs to this data source. Choose another one.',
  sum: (groups: number, stale: number, failed: number) =>
    [
      `${groups} ${groups === 1 ? 'group' : 'groups'}`,
      ...(failed > 0 ? [`${failed} whose last push failed`] : []),
      ...(stale > 0 ? [`${stale} stale`] : []),
    ].join(' · '),
  none: 'Nothing was pushed.',
  noMatch: 'No group fits the filter.',
  threshold: { label: 'Stale after', times: { '1m': '1 min', '5m': '5 min', '1h': '1 h', '1d': '1 d' } },
  tones: { ok: 'Pushed lately', warning: 'Stale', critical: 'The last push failed' },
  pushed: (age: string) => `pushed ${age} ago`,
  never: 'never pushed well',
  stale: 'stale',
  staleTitle: (threshold: string) => `The last good push is older than ${threshold}.`,
  failed: (age: string) => `a push failed ${age} ago`,
  metrics: (count: number) => (count === 1 ? '1 metric' : `${count} metrics`),
  show: (group: string) => `Metrics of ${group}`,
  summary: (count: string, sum: string) => `count ${count}, sum ${sum}`,
  more: (count: number) => `All ${count} series`,
  remove: {
    button: (group: string) => `Delete ${group}`,
    title: 'Delete this group?',
    detail: 'All its metrics go from the Pushgateway. A client that pushes again makes it anew.',
    typed: (job: string) => `Type the name of the job, ${job}, to confirm`,
    action: 'Delete the group',
  },
} as const;
