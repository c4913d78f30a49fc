/** The page of the server's status. */
export const status = {
  title: 'Status',
  loading: (part: string) => `Asking for: ${part}`,
  parts: {
    build: 'Build',
    runtime: 'Runtime',
    database: 'Database',
    alertmanagers: 'Alertmanagers',
    flags: 'Flags',
    config: 'Configuration',
    replay: 'Starting',
  },
  build: {
    version: 'Version',
    revision: 'Revision',
    branch: 'Branch',
    buildUser: 'Built by',
    buildDate: 'Built on',
    goVersion: 'Go',
  },
  runtime: {
    startTime: 'Started',
    hostname: 'Host',
    workingDirectory: 'Working directory',
    reloadConfigSuccess: 'Last reload of the configuration',
    lastConfigTime: 'Configuration in use since',
    corruptionCount: 'Corruptions of the write-ahead log',
    goroutineCount: 'Goroutines',
  },
  ago: (age: string) => `${age} ago`,
  succeeded: 'succeeded',
  failed: 'failed: an older configuration is in use',
  database: {
    series: 'Series in the head',
    today: 'Series today (UTC)',
    chunks: 'Chunks in the head',
    range: 'Time in the head',
    retention: 'Retention',
    reading: 'What this says',
    metrics: 'Series by metric',
    values: 'Values by label',
    memory: 'Memory by label',
    pairs: 'Series by label and value',
    notTold: 'The server tells nothing of this.',
  },
  reading: {
    label: (label: string, values: string) =>
      `${label} has ${values} values: it multiplies the series of every metric that has it. Ids of sessions, users or requests belong in logs or traces, not in labels.`,
    metric: (metric: string, series: string, share: string) =>
      `${metric} has ${series} series, ${share} of all: leaving out one of its labels saves most.`,
    longHead: (age: string) =>
      `The head reaches back ${age}. It is cut into blocks every two hours, so this server has not compacted for a while: its log says why.`,
    nothing: 'Nothing stands out: no label has unusually many values, and no metric a large share of all series.',
  },
  noAlertmanagers: 'This server knows no Alertmanager: its alerts are sent to nobody.',
  droppedAlertmanager: 'left out by relabelling',
  flags: { search: 'Search flags', none: 'No flag fits.', empty: 'empty', count: (count: number) => `${count} flags` },
  config: { copy: 'Copy', copied: 'Copied', lines: (count: number) => `${count} lines` },
  reload: {
    button: 'Reload the configuration',
    title: 'Reload the configuration?',
    detail: (server: string) =>
      `${server} reads its configuration and its rules again. If they are wrong it keeps the old ones and says why.`,
    action: 'Reload',
    done: 'The configuration was read again.',
    disabled: 'The lifecycle API is off. Start Prometheus with --web.enable-lifecycle, or send it SIGHUP.',
  },
  replay: (current: number, max: number) =>
    `The server is starting: it has replayed ${current} of ${max} segments of its write-ahead log. Until it is done it answers no queries.`,
} as const;
